import type { Schemas } from "bi-client";
import { Sparkline } from "../chart/Sparkline";
import { change as changeText, days, exact, headline } from "../format";
import type { Change } from "../state/view";
import { reason } from "../words";

type Kpi = Schemas["Kpi"];
type Metric = Schemas["MetricInfo"];

interface Props {
  kpis: readonly Kpi[] | undefined;
  metrics: readonly Metric[] | undefined;
  metric: string | undefined;
  change: Change;
  isOld: boolean;
}

/** The headline figures. One that is a metric shows it in the chart. */
export function KpiStrip({ kpis, metrics, metric, change, isOld }: Props) {
  if (!kpis) {
    return (
      <section className="kpis" aria-label="Key figures" aria-busy="true">
        {Array.from({ length: 7 }, (_, index) => (
          <div key={index} className="kpi">
            <span className="bone" />
            <span className="bone wide" />
            <span className="bone" />
          </div>
        ))}
      </section>
    );
  }
  return (
    <section className={isOld ? "kpis old" : "kpis"} aria-label="Key figures" aria-busy={isOld}>
      {kpis.map((kpi) => {
        const its = metrics?.find((one) => one.id === kpi.metric);
        const card = <Card kpi={kpi} favorable={its?.favorable ?? "up"} />;
        return its ? (
          <button
            key={kpi.id}
            type="button"
            className="kpi"
            data-kpi={kpi.id}
            aria-pressed={its.id === metric}
            onClick={() => change({ metric: its.id })}
          >
            {card}
          </button>
        ) : (
          <div key={kpi.id} className="kpi" data-kpi={kpi.id}>
            {card}
          </div>
        );
      })}
    </section>
  );
}

function Card({ kpi, favorable }: { kpi: Kpi; favorable: string }) {
  const tone = kpi.trend === "flat" || favorable === "none" ? "" : kpi.trend === favorable ? "good" : "bad";
  return (
    <>
      <span className="kpi-title">{kpi.title}</span>
      <span className="kpi-value" title={exact(kpi.value, kpi.format)} data-value={kpi.value}>
        {headline(kpi.value, kpi.format)}
        {kpi.relative_error > 0 && <span className="note"> ± {exact(kpi.relative_error, "percentage")}</span>}
      </span>
      {kpi.value === undefined && <span className="note">{reason(kpi.value_reason)}</span>}
      <span className="kpi-change">
        {kpi.change === undefined ? (
          kpi.change_reason && kpi.value !== undefined && <span className="note">{reason(kpi.change_reason)}</span>
        ) : (
          <>
            <span className={`change ${tone}`}>{changeText(kpi.change, kpi.change_unit)}</span>
            <span className="note basis" title={kpi.notes.join(" ")}>
              vs {days(kpi.compared_range)}
            </span>
          </>
        )}
      </span>
      {kpi.current_is_partial && (
        <span className="note">
          {kpi.current_range ? `compared: ${days(kpi.current_range)}` : "no day is over yet"}
        </span>
      )}
      {kpi.base_is_partial && kpi.change !== undefined && (
        <span className="note">the earlier period begins before the data</span>
      )}
      <Sparkline values={kpi.sparkline} />
    </>
  );
}
