import { useState } from "react";
import type { Query, Schemas } from "../api/client";
import { useApi } from "../api/queries";
import { change as changeText, exact, headline, share } from "../format";
import { Empty, Loading, Panel } from "../parts/states";
import { filterQuery, nameIn, type Dimension } from "../state/dimensions";
import { toggled, type Change, type View } from "../state/view";

type Metric = Schemas["MetricInfo"];
type Range = Schemas["DateRange"] | undefined;
const TOP = 8;

interface Props {
  dimension: Dimension;
  view: View;
  change: Change;
  kpis: readonly Schemas["Kpi"][] | undefined;
  range: Range;
  metric: Metric;
}

interface Part {
  name: string;
  value: number | undefined;
  before: number | undefined;
  now: number | undefined;
}

/** The metric by the names of one dimension, biggest first. Its own filter marks names; those of others hold. */
export function Breakdown({ dimension, view, change, kpis, range, metric }: Props) {
  const [isWhole, showWhole] = useState(false);
  const kpi = kpis?.[0];
  const canCompare = kpi?.compared_range !== undefined && !kpi.base_is_partial;
  const values = useValues(dimension, view, metric, range);
  const now = useValues(dimension, view, metric, canCompare ? kpi.current_range : undefined);
  const before = useValues(dimension, view, metric, canCompare ? kpi.compared_range : undefined);
  const chosen = view.filters[dimension.id] ?? [];

  if (!values.byName) {
    return (
      <Panel title={dimension.title} note={metric.title}>
        {values.problem ? <Empty>{values.problem}</Empty> : <Loading />}
      </Panel>
    );
  }
  const parts = [...values.byName].map(([name, value]): Part => ({
    name,
    value,
    now: now.byName?.get(name),
    before: before.byName?.get(name),
  }));
  parts.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.name < b.name ? -1 : 1));
  const shown = isWhole || parts.length <= TOP + 1 ? parts : parts.slice(0, TOP);
  const rest = parts.slice(shown.length);
  const total = metric.additive ? sum(parts.map((part) => part.value)) : undefined;
  const most = Math.max(...parts.map((part) => Math.abs(part.value ?? 0)), 0);
  const isMixed = parts.some((part) => (part.value ?? 0) < 0);
  const shareOf = (value: number | undefined) =>
    total && value !== undefined && !isMixed ? share((value / total) * 100) : "";

  return (
    <Panel title={dimension.title} note={metric.title} isOld={values.isOld}>
      {parts.length === 0 ? (
        <Empty>Nothing in this range.</Empty>
      ) : (
        <ul className="breakdown">
          {shown.map((part) => (
            <li key={part.name}>
              <button
                type="button"
                aria-pressed={chosen.includes(part.name)}
                className={chosen.length > 0 && !chosen.includes(part.name) ? "faded" : ""}
                onClick={() => change({ filters: toggled(view.filters, dimension.id, part.name) })}
              >
                <span
                  className="bar-fill"
                  style={{ width: `${most ? (Math.abs(part.value ?? 0) / most) * 100 : 0}%` }}
                />
                <span className="name">{part.name}</span>
                <Delta part={part} favorable={metric.favorable} isPercentage={metric.format === "percentage"} />
                <span className="share">{shareOf(part.value)}</span>
                <span className="value" title={exact(part.value, metric.format)}>
                  {headline(part.value, metric.format)}
                </span>
              </button>
            </li>
          ))}
          {rest.length > 0 && (
            <li className="other">
              <span className="name">
                Other <span className="note">({rest.length})</span>
              </span>
              <span className="share">{metric.additive && shareOf(sum(rest.map((part) => part.value)))}</span>
              <span className="value">
                {metric.additive && headline(sum(rest.map((part) => part.value)), metric.format)}
              </span>
            </li>
          )}
        </ul>
      )}
      {(rest.length > 0 || isWhole) && (
        <button type="button" className="link" onClick={() => showWhole(!isWhole)}>
          {isWhole ? "Show fewer" : `Show all ${parts.length}`}
        </button>
      )}
    </Panel>
  );
}

function Delta({ part, favorable, isPercentage }: { part: Part; favorable: string; isPercentage: boolean }) {
  const { now, before } = part;
  if (now === undefined || before === undefined) return <span className="change" />;
  if (before === 0 && !isPercentage) return <span className="change note">{now === 0 ? "" : "new"}</span>;
  const change = isPercentage ? now - before : ((now - before) / Math.abs(before)) * 100;
  const trend = now > before ? "up" : now < before ? "down" : "flat";
  const tone = trend === "flat" || favorable === "none" ? "" : trend === favorable ? "good" : "bad";
  return <span className={`change ${tone}`}>{changeText(change, isPercentage ? "percentage_points" : "percent")}</span>;
}

/** The metric of a range by name. Sums are added up over the years that the range touches; ratios need one. */
function useValues(dimension: Dimension, view: View, metric: Metric, range: Range) {
  const spansYears = range !== undefined && range.start_date.slice(0, 4) !== range.end_date.slice(0, 4);
  const cannot = spansYears && !metric.additive;
  const query: Query | undefined =
    range && !cannot
      ? {
          start_date: range.start_date,
          end_date: range.end_date,
          ...filterQuery(view.filters, dimension.id),
          metric: metric.id,
          granularity: "year",
          group_by: dimension.id,
        }
      : undefined;
  const answer = useApi("/api/dashboard/chart-data", query);
  const problem = cannot
    ? `${metric.title} by ${dimension.title.toLowerCase()} is known within one calendar year.`
    : answer.error?.message;
  if (!answer.data || answer.of?.metric !== metric.id) return { byName: undefined, problem, isOld: false };
  const byName = new Map<string, number | undefined>();
  for (const point of answer.data) {
    const name = nameIn(point, dimension.id);
    byName.set(name, byName.has(name) ? sum([byName.get(name), point.value]) : point.value);
  }
  return { byName, problem, isOld: answer.isOld };
}

/** Exact to the hundredth, as the figures are. */
function sum(values: readonly (number | undefined)[]): number {
  return values.reduce((total: number, value) => total + Math.round((value ?? 0) * 100), 0) / 100;
}
