import { useState } from "react";
import type { Schemas } from "bi-client";
import { usePrefetch, useApi } from "../state/asking";
import { change as changeText, exact, headline, share } from "../format";
import { Empty, Loading, Panel } from "../parts/states";
import { compareQuery, dashboardQuery, filterQuery, rangeQuery, type Dimension } from "../state/dimensions";
import { toggle, type Change, type View } from "../state/view";

type Metric = Schemas["MetricInfo"];
const TOP = 8;
const MOST = 1000; // that the API takes

interface Props {
  dimension: Dimension;
  view: View;
  change: Change;
  metric: Metric;
  metrics: readonly Metric[];
  /** Whether what is compared with is a whole range. */
  canCompare: boolean;
}

interface Part {
  name: string;
  value: number | undefined;
  before: number | undefined;
  change: number | undefined;
}

/** The metric by the names of one dimension, biggest first. Its own filter marks names; those of others hold. */
export function Breakdown({ dimension, view, change, metric, metrics, canCompare }: Props) {
  const [isWhole, showWhole] = useState(false);
  const prefetch = usePrefetch();
  const isShort = !dimension.wide && (dimension.name_count ?? 0) <= TOP + 1;
  const asked = useApi("/api/query", {
    ...rangeQuery(view),
    ...compareQuery(view),
    ...filterQuery(view.filters, dimension.id),
    metric: metric.id,
    group_by: dimension.id,
    top: isShort ? undefined : isWhole ? MOST : TOP,
    order: `-${metric.id}`,
  });
  const { data } = asked;
  const shown = metrics.find((one) => one.id === data?.columns[1]?.id);
  if (!data || !shown) {
    return (
      <Panel title={dimension.title} note={metric.title}>
        {asked.error ? <Empty>{asked.error.message}</Empty> : <Loading />}
      </Panel>
    );
  }
  const rows = data.rows.map(partOf);
  const parts = data.other_groups > 0 ? rows.slice(0, -1) : rows;
  const rest = data.other_groups > 0 ? rows.at(-1) : undefined;
  const chosen = view.filters[dimension.id] ?? [];
  const total = shown.additive ? number(data.total?.[1]) : undefined;
  const most = Math.max(...parts.map((part) => Math.abs(part.value ?? 0)), 0);
  const isMixed = rows.some((part) => (part.value ?? 0) < 0);
  const shareOf = (value: number | undefined) =>
    total && value !== undefined && !isMixed ? share((value / total) * 100) : "";

  return (
    <Panel title={dimension.title} note={shown.title} isOld={asked.isOld}>
      {parts.length === 0 ? (
        <Empty>Nothing in this range.</Empty>
      ) : (
        <ul className={isWhole ? "breakdown scroll tall" : "breakdown"}>
          {parts.map((part) => (
            <li key={part.name}>
              <button
                type="button"
                aria-pressed={chosen.includes(part.name)}
                className={chosen.length > 0 && !chosen.includes(part.name) ? "faded" : ""}
                onPointerEnter={() => {
                  const next = { ...view, ...toggle(dimension.id, part.name)(view) };
                  prefetch("/api/dashboard", dashboardQuery(next));
                }}
                onClick={() => change(toggle(dimension.id, part.name))}
              >
                <span
                  className="bar-fill"
                  style={{ width: `${most ? (Math.abs(part.value ?? 0) / most) * 100 : 0}%` }}
                />
                <span className="name">{part.name}</span>
                {canCompare ? <Delta part={part} metric={shown} /> : <span className="change" />}
                <span className="share">{shareOf(part.value)}</span>
                <span className="value" title={exact(part.value, shown.format)}>
                  {headline(part.value, shown.format)}
                </span>
              </button>
            </li>
          ))}
          {rest && (
            <li className="other">
              <span className="name">
                Other <span className="note">({exact(data.other_groups, "number")})</span>
              </span>
              {canCompare ? <Delta part={rest} metric={shown} /> : <span className="change" />}
              <span className="share">{shareOf(rest.value)}</span>
              <span className="value" title={exact(rest.value, shown.format)}>
                {headline(rest.value, shown.format)}
              </span>
            </li>
          )}
        </ul>
      )}
      {((rest && !isWhole) || isWhole) && (
        <button type="button" className="link" onClick={() => showWhole(!isWhole)}>
          {isWhole
            ? "Show fewer"
            : `Show ${data.other_groups + TOP > MOST ? "more" : `all ${exact(data.other_groups + TOP, "number")}`}`}
        </button>
      )}
    </Panel>
  );
}

function Delta({ part, metric }: { part: Part; metric: Metric }) {
  const { change, before } = part;
  if (change === undefined) return <span className="change note">{before === 0 && part.value !== 0 ? "new" : ""}</span>;
  const trend = change > 0 ? "up" : change < 0 ? "down" : "flat";
  const tone = trend === "flat" || metric.favorable === "none" ? "" : trend === metric.favorable ? "good" : "bad";
  const unit = metric.format === "percentage" ? "percentage_points" : "percent";
  return <span className={`change ${tone}`}>{changeText(change, unit)}</span>;
}

/** A row of the answer: name, value, value before, change. */
function partOf([name, value, before, change]: readonly unknown[]): Part {
  return { name: String(name), value: number(value), before: number(before), change: number(change) };
}

function number(cell: unknown): number | undefined {
  return typeof cell === "number" ? cell : undefined;
}
