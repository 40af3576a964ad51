import { useCallback, useEffect, useState } from "react";
import { useApi, useMetadata } from "./api/queries";
import { setCurrency } from "./format";
import { Breakdown } from "./panels/Breakdown";
import { Comparison } from "./panels/Comparison";
import { Import } from "./panels/Import";
import { Insights } from "./panels/Insights";
import { KpiStrip } from "./panels/KpiStrip";
import { Rows } from "./panels/Rows";
import { SeriesPanel } from "./panels/SeriesPanel";
import { Trends } from "./panels/Trends";
import { DropZone } from "./parts/DropZone";
import { Failure, Offline } from "./parts/states";
import { TopBar } from "./parts/TopBar";
import { compareQuery, filterQuery, rangeQuery } from "./state/dimensions";
import { useView } from "./state/view";

export function App() {
  const [view, change] = useView();
  const [file, setFile] = useState<File>();
  const take = useCallback((dropped: File) => setFile(dropped), []);
  const metadata = useMetadata();
  const known = metadata.data;
  if (known) setCurrency(known.currency);
  const metric = known?.metrics.find((one) => one.id === view.metric) ?? known?.metrics[0];
  const filters = filterQuery(view.filters);
  const dashboard = useApi("/api/dashboard", {
    ...rangeQuery(view),
    ...compareQuery(view),
    ...filters,
    metric: view.metric,
    granularity: view.granularity,
    group_by: "none",
  });

  useEffect(() => {
    document.title = metric ? `${metric.title} · Dashboard` : "Dashboard";
  }, [metric]);

  const again = () => {
    dashboard.again();
    void metadata.refetch();
  };
  // Days compared are those of all figures but growth rates.
  const kpi = dashboard.data?.kpis.find((one) => one.metric);
  const failed = dashboard.error ?? metadata.error;
  return (
    <>
      <a className="skip" href="#content">
        Skip to the figures
      </a>
      <TopBar view={view} change={change} metadata={known} answered={dashboard.data?.time_range} take={take} />
      <main id="content" tabIndex={-1}>
        <Offline failed={failed} since={dashboard.updatedAt} hasData={dashboard.data !== undefined} />
        {failed && !(failed.isPassing && dashboard.data) && (
          <Failure error={failed} retry={() => again()} change={change} />
        )}
        {!(failed && !failed.isPassing) && (
          <>
            <KpiStrip
              kpis={dashboard.data?.kpis}
              metrics={known?.metrics}
              metric={metric?.id}
              change={change}
              isOld={dashboard.isOld}
            />
            {known && metric && (
              <>
                <SeriesPanel view={view} change={change} dashboard={dashboard} metadata={known} />
                <div className="columns">
                  {known.dimensions.map((dimension) => (
                    <Breakdown
                      key={dimension.id}
                      dimension={dimension}
                      view={view}
                      change={change}
                      metric={metric}
                      metrics={known.metrics}
                      canCompare={kpi !== undefined && !kpi.base_is_partial}
                    />
                  ))}
                </div>
                <div className="columns wide">
                  <div className="stack">
                    <Insights view={view} change={change} range={dashboard.data?.time_range} />
                    <Trends view={view} range={dashboard.data?.time_range} metric={metric} />
                  </div>
                  <Comparison view={view} change={change} dimensions={known.dimensions} kpi={kpi} />
                </div>
              </>
            )}
          </>
        )}
      </main>
      <DropZone take={take} />
      {file && <Import key={`${file.name}${file.lastModified}`} file={file} close={() => setFile(undefined)} />}
      {view.open === "rows" && known && <Rows view={view} metadata={known} close={() => change({ open: "" })} />}
    </>
  );
}
