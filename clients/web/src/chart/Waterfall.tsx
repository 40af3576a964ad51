import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import { difference, headline, short } from "../format";

export interface Part {
  title: string;
  value: number;
}

interface Props {
  before: Part;
  parts: readonly Part[];
  after: Part;
  format: string;
}

const WIDTH = 560;
const HEIGHT = 230;
const MARGIN = { top: 20, bottom: 24 };

/** How one total became another, part by part. The axis is cut where the parts would be too small to see, and says so. */
export function Waterfall({ before, parts, after, format }: Props) {
  const floating = levels(before.value, parts);
  const tops = [before.value, after.value, ...floating.map((part) => part.to)];
  const lowest = Math.min(...tops);
  const highest = Math.max(...tops);
  const isCut = lowest > 0 && (highest - lowest) * 4 < highest;
  const base = isCut ? lowest - (highest - lowest) * 0.6 : Math.min(0, lowest);
  const bars = [
    { title: before.title, from: base, to: before.value, tone: "total", text: headline(before.value, format) },
    ...floating.map((part) => ({
      ...part,
      tone: part.value < 0 ? "bad" : "good",
      text: difference(part.value, format),
    })),
    { title: after.title, from: base, to: after.value, tone: "total", text: headline(after.value, format) },
  ];
  const x = scaleBand({ domain: bars.map((bar) => bar.title), range: [0, WIDTH], padding: 0.28 });
  const y = scaleLinear<number>({
    domain: [base, Math.max(highest, base + 1)],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
  });
  const words = bars.map((bar) => `${bar.title} ${bar.text}`).join(", ");
  return (
    <>
      <svg className="waterfall" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
        {bars.map((bar, index) => {
          const left = x(bar.title) ?? 0;
          const top = Math.min(y(bar.from), y(bar.to));
          const height = Math.max(Math.abs(y(bar.from) - y(bar.to)), 1.5);
          return (
            <g key={bar.title}>
              <Bar className={`fill ${bar.tone}`} x={left} y={top} width={x.bandwidth()} height={height} rx={2} />
              {index < bars.length - 1 && (
                <line
                  className="link-line"
                  x1={left + x.bandwidth()}
                  x2={left + x.step()}
                  y1={y(bar.to)}
                  y2={y(bar.to)}
                />
              )}
              <text className="figure" x={left + x.bandwidth() / 2} y={top - 6} textAnchor="middle">
                {bar.tone === "total" ? short(bar.to, format) : bar.text}
              </text>
              <text className="tick" x={left + x.bandwidth() / 2} y={HEIGHT - 7} textAnchor="middle">
                {bar.title}
              </text>
            </g>
          );
        })}
      </svg>
      {isCut && <p className="note">The axis begins at {short(base, format)}.</p>}
    </>
  );
}

/** Where each part begins and ends, one upon the other. */
function levels(start: number, parts: readonly Part[]): (Part & { from: number; to: number })[] {
  let level = start;
  return parts.map((part) => ({ ...part, from: level, to: (level += part.value) }));
}
