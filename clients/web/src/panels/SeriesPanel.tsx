import { useState } from "react";
import type { Answer, Schemas } from "bi-client";
import type { Asked } from "bi-client/react";
import { useApi } from "../state/asking";
import { stepsOf, type Series } from "../chart/series";
import { DataTable } from "../chart/readings";
import { TimeChart } from "../chart/TimeChart";
import { days, headline } from "../format";
import { Empty, Loading, Panel } from "../parts/states";
import { filterQuery, rangeQuery } from "../state/dimensions";
import type { Change, View } from "../state/view";
import { title } from "../words";

interface Props {
  view: View;
  change: Change;
  dashboard: Asked<Answer<"/api/dashboard">>;
  metadata: Schemas["GetMetadataResponse"];
}

/** A metric over time, with the period compared, what is forecast, and what fell out. */
export function SeriesPanel({ view, change, dashboard, metadata }: Props) {
  const [shows, setShows] = useState({ compare: true, forecast: true });
  const { data, of } = dashboard;
  const metric = metadata.metrics.find((one) => one.id === of?.metric) ?? metadata.metrics[0];
  const range = data?.time_range;
  const points = data?.chart_data ?? [];
  const granularity = granularityOf(
    points.map((point) => point.date),
    view.granularity,
  );
  const filters = filterQuery(view.filters);
  const kpi = data?.kpis.find((one) => one.metric === metric?.id) ?? data?.kpis[0];
  const compared = kpi?.compared_range;
  const firstDay = metadata.data_range?.start_date ?? "";

  const before = useApi(
    "/api/dashboard/chart-data",
    range && compared && compared.end_date >= firstDay && metric
      ? {
          start_date: compared.start_date,
          end_date: compared.end_date,
          ...filters,
          metric: metric.id,
          granularity,
          group_by: "none",
        }
      : undefined,
  );
  const reachesEnd = range?.has_data && metadata.data_range && range.end_date >= metadata.data_range.end_date;
  const forecast = useApi(
    "/api/analytics/forecast",
    reachesEnd && metric
      ? { ...filters, metric: metric.id, granularity, periods: stepsAhead(points.length, granularity) }
      : undefined,
  );
  const anomalies = useApi(
    "/api/ai/anomalies",
    range?.has_data && metric ? { ...rangeQuery(view), ...filters, metric: metric.id } : undefined,
  );

  const isOf = (asked: Asked<unknown>) => asked.of?.metric === metric?.id && !asked.error;
  const series: Series = {
    steps: stepsOf(
      points,
      granularity,
      // What lies before the data is not known, and no zero.
      shows.compare && isOf(before)
        ? before.data?.map((point) => (point.date < firstDay ? undefined : point))
        : undefined,
      shows.forecast && isOf(forecast) && forecast.of?.granularity === granularity
        ? forecast.data?.forecast
        : undefined,
      isOf(anomalies) ? anomalies.data?.anomalies : undefined,
    ),
    granularity,
    format: metric?.format ?? "number",
    title: metric?.title ?? "",
    shown: view.show,
  };
  const hasForecast = isOf(forecast) && (forecast.data?.forecast.length ?? 0) > 0;

  return (
    <Panel
      title={metric?.title ?? "Over time"}
      note={kpi && kpi.metric === metric?.id ? <strong>{headline(kpi.value, kpi.format)}</strong> : undefined}
      className="series"
      actions={
        <>
          <select aria-label="Metric" value={metric?.id} onChange={(event) => change({ metric: event.target.value })}>
            {metadata.metrics.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => change({ open: "rows" })}>
            Rows
          </button>
          <div className="segmented" role="group" aria-label="Step">
            {metadata.granularities.map((id) => (
              <button
                key={id}
                type="button"
                aria-pressed={view.granularity === id}
                onClick={() => change({ granularity: id })}
              >
                {title(id)}
              </button>
            ))}
          </div>
        </>
      }
    >
      {!data || !metric ? (
        <Loading rows={6} />
      ) : !range?.has_data ? (
        <Empty>
          No sales in this range under these filters.
          {range?.data_range && ` There is data for ${days(range.data_range)}.`}
        </Empty>
      ) : (
        <TimeChart series={series} />
      )}
      <div className="legend">
        <span>
          <i className="key now" /> {days(range)}
        </span>
        <Toggle
          name="compare"
          label={`${days(compared)}`}
          isOn={shows.compare}
          disabled={!isOf(before) || !before.data}
          set={(compare) => setShows({ ...shows, compare })}
        />
        <Toggle
          name="forecast"
          label="Forecast, 80 % and 95 %"
          isOn={shows.forecast}
          disabled={!hasForecast}
          set={(value) => setShows({ ...shows, forecast: value })}
        />
        {series.steps.some((step) => step.marks.length > 0) && (
          <span>
            <i className="key mark" /> Unusual
          </span>
        )}
        {series.steps.some((step) => step.value !== undefined && !step.isComplete) && (
          <span>
            <i className="key partial" /> Incomplete {granularity}
          </span>
        )}
      </div>
      {reachesEnd && forecast.error && !forecast.error.isPassing && (
        <p className="note">No forecast: {forecast.error.message}</p>
      )}
      {range?.has_data && (
        <div className="more">
          <DataTable series={series} />
          {shows.forecast && hasForecast && <ForecastNote forecast={forecast.data} />}
        </div>
      )}
    </Panel>
  );
}

function ForecastNote({ forecast }: { forecast: Schemas["GetForecastResponse"] | undefined }) {
  if (!forecast) return null;
  return (
    <details className="note">
      <summary>How the forecast is made</summary>
      {forecast.model_reason} {forecast.degraded_reason}
      {forecast.backtest?.coverage_80 !== undefined &&
        ` In the past ${Math.round(forecast.backtest.coverage_80)} % of values fell into the 80 % band.`}
    </details>
  );
}

function Toggle({
  name,
  label,
  isOn,
  disabled,
  set,
}: {
  name: string;
  label: string;
  isOn: boolean;
  disabled: boolean;
  set: (isOn: boolean) => void;
}) {
  if (disabled) return null;
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={(event) => set(event.target.checked)} />{" "}
      <i className={`key ${name}`} /> {label}
    </label>
  );
}

/** A third of what is shown, within what the API takes. */
function stepsAhead(shown: number, granularity: string): number {
  const most = { day: 60, week: 26, month: 12, quarter: 4, year: 2 }[granularity] ?? 30;
  return Math.max(1, Math.min(most, Math.round(shown / 3)));
}

/** The step of a series: as asked for, or told by its first two dates. */
function granularityOf(dates: readonly string[], asked: string): string {
  const [first, second] = dates;
  if (asked !== "auto" || !first || !second) return asked === "auto" ? "day" : asked;
  const apart = (Date.parse(second) - Date.parse(first)) / 86_400_000;
  return apart < 2 ? "day" : apart < 8 ? "week" : apart < 32 ? "month" : apart < 93 ? "quarter" : "year";
}
