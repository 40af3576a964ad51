import type { Schemas } from "bi-client";

type Anomaly = Schemas["Anomaly"];

/** One step of the chart's axis. */
export interface Step {
  date: string;
  value?: number | undefined;
  /** False where the step is cut by the range or by the end of the data. */
  isComplete: boolean;
  before?: number | undefined;
  beforeDate?: string | undefined;
  forecast?: Schemas["ForecastPoint"] | undefined;
  /** What fell out in this step. */
  marks: readonly Anomaly[];
}

export interface Series {
  steps: readonly Step[];
  granularity: string;
  format: string;
  title: string;
  /** Days pointed out, as `START/END`; empty for none. */
  shown: string;
}

/** The steps of a chart: the range, with the compared one laid over it step by step, then what is forecast. */
export function stepsOf(
  points: readonly Schemas["ChartPoint"][],
  granularity: string,
  before: readonly (Schemas["ChartPoint"] | undefined)[] | undefined,
  forecast: readonly Schemas["ForecastPoint"][] | undefined,
  anomalies: readonly Anomaly[] | undefined,
): Step[] {
  const steps: Step[] = points.map((point, index) => ({
    date: point.date,
    value: point.value,
    isComplete: point.complete,
    before: before?.[index]?.value,
    beforeDate: before?.[index]?.date,
    marks: [],
  }));
  const at = new Map(steps.map((step, index) => [step.date, index]));
  for (const point of forecast ?? []) {
    const index = at.get(point.date);
    const known = index === undefined ? undefined : steps[index];
    if (known)
      known.forecast = point; // of a step that is still going on
    else steps.push({ date: point.date, isComplete: false, forecast: point, marks: [] });
  }
  for (const anomaly of anomalies ?? []) {
    const step = steps.findLast((one) => one.date <= anomaly.date);
    if (step && (granularity !== "day" || step.date === anomaly.date)) step.marks = [...step.marks, anomaly];
  }
  return steps;
}

/** First and last index of the steps that hold days of `START/END`. */
export function span(series: Series): [number, number] | undefined {
  const [start, end] = series.shown.split("/");
  if (!start || !end) return undefined;
  const first = series.steps.findLastIndex((step) => step.date <= start);
  const last = series.steps.findLastIndex((step) => step.date <= end);
  return last < 0 ? undefined : [Math.max(first, 0), last];
}
