import { scaleLinear } from "@visx/scale";
import { AreaClosed, LinePath } from "@visx/shape";

const WIDTH = 120;
const HEIGHT = 28;

/** The course of a figure, without axes; what it says is said in figures elsewhere. */
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return <span className="spark" aria-hidden="true" />;
  const x = scaleLinear<number>({ domain: [0, values.length - 1], range: [1, WIDTH - 1] });
  const y = scaleLinear<number>({
    domain: [Math.min(0, ...values), Math.max(...values, 0) || 1],
    range: [HEIGHT - 2, 2],
  });
  const points = [...values];
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <AreaClosed
        data={points}
        x={(_, index) => x(index)}
        y={(value) => y(value)}
        y0={y(0)}
        yScale={y}
        className="spark-area"
      />
      <LinePath data={points} x={(_, index) => x(index)} y={(value) => y(value)} className="spark-line" />
    </svg>
  );
}
