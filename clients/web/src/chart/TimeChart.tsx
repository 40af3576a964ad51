import { scaleLinear } from "@visx/scale";
import { Area, LinePath } from "@visx/shape";
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { short, tick } from "../format";
import { Tooltip } from "./readings";
import { span, type Series, type Step } from "./series";

const HEIGHT = 300;
const MARGIN = { top: 12, right: 12, bottom: 26, left: 52 };
const TICK_WIDTH = 84;

/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- arrow keys read the points of the picture */

/** A series over time: line, compared line, forecast with its bands, marks. Arrow keys read it step by step. */
export function TimeChart({ series }: { series: Series }) {
  const [width, setWidth] = useState(0);
  const [at, setAt] = useState<number>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const { steps, format } = series;
  const data = [...steps];
  const last = steps.length - 1;
  const [low, high] = extent(steps);
  const x = scaleLinear<number>({
    domain: [0, Math.max(last, 1)],
    range: [MARGIN.left, Math.max(width - MARGIN.right, MARGIN.left + 1)],
  });
  const y = scaleLinear<number>({ domain: [low, high], range: [HEIGHT - MARGIN.bottom, MARGIN.top], nice: 4 });
  const px = (_: Step, index: number) => x(index);
  const lastComplete = steps.findLastIndex(solid);
  const anchor = steps[lastComplete];
  const firstForecast = steps.findIndex((step) => step.forecast);
  const every = Math.max(1, Math.ceil((steps.length * TICK_WIDTH) / Math.max(width, 1)));
  const highlighted = span(series);
  const shown = at === undefined ? undefined : steps[Math.min(at, last)];

  const point = (event: PointerEvent<SVGSVGElement>) => {
    const position = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setAt(Math.max(0, Math.min(last, Math.round(x.invert(position)))));
  };
  const key = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: (at ?? last + 1) - 1,
      ArrowRight: (at ?? -1) + 1,
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (event.key === "Escape") setAt(undefined);
    if (next === undefined) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(last, next)));
  };

  return (
    <div className="chart" ref={box} style={{ minHeight: HEIGHT }}>
      {width > 0 && (
        <>
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            tabIndex={0}
            aria-label={summary(series)}
            onPointerMove={point}
            onPointerLeave={() => setAt(undefined)}
            onKeyDown={key}
            onBlur={() => setAt(undefined)}
          >
            {highlighted && (
              <rect
                className="shown"
                x={x(highlighted[0] - 0.5)}
                width={x(highlighted[1] + 0.5) - x(highlighted[0] - 0.5)}
                y={MARGIN.top}
                height={HEIGHT - MARGIN.top - MARGIN.bottom}
              />
            )}
            {y.ticks(4).map((value) => (
              <g key={value}>
                <line
                  className={value === 0 ? "zero" : "grid"}
                  x1={MARGIN.left}
                  x2={width - MARGIN.right}
                  y1={y(value)}
                  y2={y(value)}
                />
                <text className="tick" x={MARGIN.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
                  {short(value, format)}
                </text>
              </g>
            ))}
            {steps.map((step, index) =>
              index % every === 0 && x(index) < width - 30 ? (
                <text
                  key={step.date}
                  className="tick"
                  x={x(index)}
                  y={HEIGHT - 8}
                  textAnchor={index === 0 ? "start" : "middle"}
                >
                  {tick(step.date, series.granularity)}
                </text>
              ) : null,
            )}
            <Band data={data} level={95} x={px} y={y} />
            <Band data={data} level={80} x={px} y={y} />
            <LinePath
              data={data}
              className="line before"
              x={px}
              y={(step) => y(step.before ?? 0)}
              defined={(step) => step.before !== undefined}
            />
            {anchor?.value !== undefined && firstForecast > lastComplete && (
              <line
                className="line forecast"
                x1={x(lastComplete)}
                y1={y(anchor.value)}
                x2={x(firstForecast)}
                y2={y(steps[firstForecast]?.forecast?.value ?? 0)}
              />
            )}
            <LinePath
              data={data}
              className="line forecast"
              x={px}
              y={(step) => y(step.forecast?.value ?? 0)}
              defined={(step) => step.forecast !== undefined}
            />
            <LinePath data={data} className="line now" x={px} y={(step) => y(step.value ?? 0)} defined={solid} />
            {steps.map((step, index) => {
              const neighbour = steps[index + 1];
              if (
                step.value === undefined ||
                neighbour?.value === undefined ||
                (step.isComplete && neighbour.isComplete)
              )
                return null;
              return (
                <line
                  key={step.date}
                  className="line partial"
                  x1={x(index)}
                  y1={y(step.value)}
                  x2={x(index + 1)}
                  y2={y(neighbour.value)}
                />
              );
            })}
            {steps.map((step, index) => {
              if (step.value === undefined) return null;
              if (!step.isComplete)
                return <circle key={step.date} className="dot partial" cx={x(index)} cy={y(step.value)} r={3.5} />;
              const isAlone = steps[index - 1]?.value === undefined && steps[index + 1]?.value === undefined;
              return isAlone ? (
                <circle key={step.date} className="dot now" cx={x(index)} cy={y(step.value)} r={3} />
              ) : null;
            })}
            {steps.map((step, index) =>
              step.marks.length > 0 && step.value !== undefined ? (
                <circle key={step.date} className="mark" data-mark={step.date} cx={x(index)} cy={y(step.value)} r={5} />
              ) : null,
            )}
            {at !== undefined && shown && (
              <g className="cursor">
                <line x1={x(at)} x2={x(at)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
                {shown.value !== undefined && <circle className="dot now" cx={x(at)} cy={y(shown.value)} r={4} />}
              </g>
            )}
          </svg>
          {at !== undefined && shown && <Tooltip series={series} step={shown} left={x(at)} width={width} />}
        </>
      )}
    </div>
  );
}

function solid(step: Step): boolean {
  return step.value !== undefined && step.isComplete;
}

function Band({
  data,
  level,
  x,
  y,
}: {
  data: Step[];
  level: 80 | 95;
  x: (step: Step, index: number) => number;
  y: (value: number) => number;
}) {
  const bounds = (step: Step) =>
    level === 80
      ? [step.forecast?.lower_80, step.forecast?.upper_80]
      : [step.forecast?.lower_95, step.forecast?.upper_95];
  return (
    <Area
      data={data}
      className={`band of-${level}`}
      x={x}
      y0={(step) => y(bounds(step)[0] ?? 0)}
      y1={(step) => y(bounds(step)[1] ?? 0)}
      defined={(step) => step.forecast !== undefined}
    />
  );
}

/** Zero is always in sight: heights mean amounts. */
function extent(steps: readonly Step[]): [number, number] {
  const values = steps
    .flatMap((step) => [step.value, step.before, step.forecast?.upper_95, step.forecast?.lower_95])
    .filter((value) => value !== undefined);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? [0, 1] : [low, high];
}

function summary({ steps, title, granularity }: Series): string {
  const first = steps[0]?.date;
  const last = steps.findLast((step) => step.value !== undefined)?.date;
  return first && last
    ? `${title} by ${granularity}, ${tick(first, granularity)} to ${tick(last, granularity)}. Arrow keys read the values.`
    : title;
}
