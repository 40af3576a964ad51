import type { Schemas } from "bi-client";
import { useApi } from "../state/asking";
import { change as changeText, day, days, exact } from "../format";
import { Empty, Loading, Panel } from "../parts/states";
import { filterQuery } from "../state/dimensions";
import type { View } from "../state/view";
import { title } from "../words";

interface Props {
  view: View;
  range: Schemas["TimeRange"] | undefined;
  metric: Schemas["MetricInfo"];
}

/** Where a metric is heading, over as many days as are looked at, up to now. */
export function Trends({ view, range, metric }: Props) {
  const asked = useApi(
    "/api/analytics/trends",
    range && { period: `${range.days}d`, metric: metric.id, ...filterQuery(view.filters) },
  );
  const data = asked.of?.metric === metric.id ? asked.data : undefined;
  return (
    <Panel title="Trend" note={data && `${metric.title}, ${days(data.time_range)}`} isOld={asked.isOld}>
      {asked.error ? (
        <Empty>{asked.error.message}</Empty>
      ) : !data ? (
        <Loading rows={6} />
      ) : (
        <Content trends={data} format={metric.format} />
      )}
    </Panel>
  );
}

function Content({ trends, format }: { trends: Schemas["GetTrendsResponse"]; format: string }) {
  const { direction, seasonality } = trends;
  const moved = direction?.percentage_points ?? direction?.percent;
  const unit = direction?.percentage_points === undefined ? "percent" : "percentage_points";
  return (
    <div className="trends">
      <p>
        {direction?.significant && moved !== undefined && <strong>{changeText(moved, unit)} over the range. </strong>}
        {capital(direction?.explanation ?? "")}
      </p>
      {seasonality && varies(seasonality.weekdays) && (
        <Season title="Weekdays against the average day" parts={seasonality.weekdays} />
      )}
      {seasonality && varies(seasonality.months) && (
        <Season title="Months against the average month" parts={seasonality.months} />
      )}
      {seasonality?.reason && <p className="note">{capital(seasonality.reason)}</p>}
      {trends.change_points.length > 0 && (
        <>
          <h3>Level changes</h3>
          <ul className="facts">
            {trends.change_points.map((point) => (
              <li key={point.date}>
                <span>
                  {day(point.date)}{" "}
                  <span className="note">
                    {point.stayed ? "and stayed" : point.lasted_until ? `until ${day(point.lasted_until)}` : ""}
                  </span>
                </span>
                <span className="note">
                  {exact(point.before, format)} → {exact(point.after, format)} a day
                </span>
                <span className="change">
                  {changeText(
                    point.percentage_points ?? point.percent,
                    point.percentage_points === undefined ? "percent" : "percentage_points",
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {trends.correlations.length > 0 && (
        <details>
          <summary className="note">What moves together ({trends.correlations.length})</summary>
          <ul className="facts">
            {trends.correlations.slice(0, 6).map((one) => (
              <li key={`${one.first}${one.second}${one.lag_days}`}>
                <span>
                  {title(one.first)} · {title(one.second)}
                </span>
                <span className="note">
                  {one.related_by_definition ? "by definition" : one.lag_days ? `${one.lag_days} days later` : ""}
                </span>
                <span className="change">{exact(one.coefficient, "number")}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Season({ title: heading, parts }: { title: string; parts: readonly Schemas["SeasonIndex"][] }) {
  const most = Math.max(...parts.map((part) => part.index), 1);
  return (
    <figure className="season">
      <figcaption>{heading}</figcaption>
      <ol>
        {parts.map((part) => (
          <li key={part.name} title={`${part.name}: ${changeText((part.index - 1) * 100, "percent")}`}>
            <span className="season-bar" style={{ height: `${(Math.max(part.index, 0) / most) * 44}px` }} />
            <span aria-hidden="true">{part.name.slice(0, parts.length > 7 ? 1 : 3)}</span>
            <span className="hidden">
              {part.name} {changeText((part.index - 1) * 100, "percent")}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** Whether there is something to see: a hundredth above or below the average somewhere. */
function varies(parts: readonly Schemas["SeasonIndex"][]): boolean {
  return parts.some((part) => Math.abs(part.index - 1) >= 0.01);
}

function capital(text: string): string {
  return text && text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
}
