import { startTransition, useCallback, useEffect, useState } from "react";
import { useMetadata } from "bi-client/react";
import { useApi } from "./state/asking";
import { setCurrency } from "./format";
import { ImportWindow } from "./imports/ImportWindow";
import { Invitation } from "./panels/Invitation";
import { KpiStrip } from "./panels/KpiStrip";
import { Panels } from "./panels/Panels";
import { Rows } from "./panels/Rows";
import { DropZone } from "./parts/DropZone";
import { Failure, Offline } from "./parts/states";
import { TopBar } from "./parts/TopBar";
import { dashboardQuery } from "./state/dimensions";
import { useIncomingFiles } from "./state/incoming";
import { useView } from "./state/view";

export function App() {
  const [view, change] = useView();
  const incoming = useIncomingFiles();
  const { add } = incoming;
  const take = useCallback(
    (files: Iterable<File>) => {
      add(files);
      change({ open: "import" });
    },
    [add, change],
  );
  const { metadata, isLive } = useMetadata();
  const isEmpty = metadata.data !== undefined && metadata.data.data_range === undefined;
  const dashboard = useApi("/api/dashboard", isEmpty ? undefined : dashboardQuery(view));
  const failed = isEmpty ? null : (dashboard.error ?? metadata.error);
  const known = failed?.status === 401 ? undefined : metadata.data;
  if (known) setCurrency(known.currency, known.currency_decimals);
  const metric = known?.metrics.find((one) => one.id === view.metric) ?? known?.metrics[0];
  // The panels follow the key figures: what they ask is asked after these, and drawn after these.
  const [shown, show] = useState({ view, dashboard });
  useEffect(() => {
    if (!dashboard.isOld) startTransition(() => show({ view, dashboard }));
  }, [view, dashboard]);

  useEffect(() => {
    document.title = metric ? `${metric.title} · Dashboard` : "Dashboard";
  }, [metric]);

  const again = () => {
    dashboard.again();
    metadata.again();
  };
  return (
    <>
      <a className="skip" href="#content">
        Skip to the figures
      </a>
      <TopBar
        view={view}
        change={change}
        metadata={known}
        isLive={isLive}
        answered={dashboard.data?.time_range}
        kpi={dashboard.data?.kpis.find((one) => one.metric)}
      />
      <main id="content" tabIndex={-1}>
        <Offline failed={failed} since={dashboard.updatedAt} hasData={dashboard.data !== undefined} />
        {failed && !(failed.isPassing && dashboard.data) && (
          <Failure error={failed} retry={() => again()} change={change} />
        )}
        {isEmpty && <Invitation take={take} />}
        {!isEmpty && !(failed && !failed.isPassing) && (
          <>
            <KpiStrip
              kpis={dashboard.data?.kpis}
              metrics={known?.metrics}
              metric={metric?.id}
              change={change}
              isOld={dashboard.isOld}
            />
            {known && (
              <div className={dashboard.isOld ? "panels old" : "panels"} aria-busy={dashboard.isOld}>
                <Panels view={shown.view} change={change} dashboard={shown.dashboard} metadata={known} />
              </div>
            )}
          </>
        )}
      </main>
      <DropZone take={take} />
      {view.open === "import" && known && <ImportWindow incoming={incoming} close={() => change({ open: "" })} />}
      {view.open === "rows" && known && <Rows view={view} metadata={known} close={() => change({ open: "" })} />}
    </>
  );
}
