import { memo } from "react";
import type { Answer, Schemas } from "bi-client";
import type { Asked } from "bi-client/react";
import type { Change, View } from "../state/view";
import { Breakdown } from "./Breakdown";
import { Comparison } from "./Comparison";
import { Insights } from "./Insights";
import { SeriesPanel } from "./SeriesPanel";
import { Trends } from "./Trends";

interface Props {
  view: View;
  change: Change;
  dashboard: Asked<Answer<"/api/dashboard">>;
  metadata: Schemas["GetMetadataResponse"];
}

/** All that is under the key figures. */
export const Panels = memo(function Panels({ view, change, dashboard, metadata }: Props) {
  const metric = metadata.metrics.find((one) => one.id === view.metric) ?? metadata.metrics[0];
  const { data } = dashboard;
  // Days compared are those of all figures but growth rates.
  const kpi = data?.kpis.find((one) => one.metric);
  if (!metric) return null;
  return (
    <>
      <SeriesPanel view={view} change={change} dashboard={dashboard} metadata={metadata} />
      <div className="breakdowns">
        {metadata.dimensions.map((dimension) => (
          <Breakdown
            key={dimension.id}
            dimension={dimension}
            view={view}
            change={change}
            metric={metric}
            metrics={metadata.metrics}
            canCompare={kpi !== undefined && !kpi.base_is_partial}
          />
        ))}
      </div>
      <div className="columns wide">
        <div className="stack">
          <Insights view={view} change={change} range={data?.time_range} />
          <Trends view={view} range={data?.time_range} metric={metric} />
        </div>
        <Comparison view={view} change={change} dimensions={metadata.dimensions} kpi={kpi} />
      </div>
    </>
  );
});
