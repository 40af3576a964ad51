import { useMutation } from "@tanstack/react-query";
import type { ApiError, Query, Schemas } from "bi-client";
import { compareQuery, dashboardQuery, filterQuery, rangeQuery } from "../state/dimensions";
import type { View } from "../state/view";
import { Menu } from "./Menu";
import { save } from "./save";

interface Props {
  view: View;
  /** The days that the figures are of, and those compared with. */
  kpi: Schemas["Kpi"] | undefined;
}

interface Report {
  title: string;
  name: string;
  forms: readonly string[];
  query: Query;
}

/** What is looked at, as files. */
export function DownloadMenu({ view, kpi }: Props) {
  const saving = useMutation<void, ApiError, { path: string; query: Query }>({
    mutationFn: ({ path, query }) => save(path, query),
  });
  return (
    <Menu title="Download">
      {reports(view, kpi).map(({ title, name, forms, query }) => (
        <div key={name} className="report" role="group" aria-label={title}>
          <span>{title}</span>
          {forms.map((form) => (
            <button
              key={form}
              type="button"
              disabled={saving.isPending}
              aria-label={`${title} as ${form.toUpperCase()}`}
              onClick={() => saving.mutate({ path: `/api/reports/${name}.${form}`, query })}
            >
              {form.toUpperCase()}
            </button>
          ))}
        </div>
      ))}
      {saving.isPending && (
        <p role="status" className="empty">
          Preparing the file …
        </p>
      )}
      {saving.error && (
        <p role="alert" className="empty">
          {saving.error.message}
        </p>
      )}
    </Menu>
  );
}

function reports(view: View, kpi: Schemas["Kpi"] | undefined): Report[] {
  const filters = filterQuery(view.filters);
  const { current_range: current, compared_range: compared } = kpi ?? {};
  const chart = { ...rangeQuery(view), ...filters, metric: view.metric, granularity: view.granularity };
  const found: Report[] = [
    { title: "The whole screen", name: "dashboard", forms: ["pdf", "xlsx", "csv"], query: dashboardQuery(view) },
    {
      title: "Key figures",
      name: "kpis",
      forms: ["xlsx", "csv"],
      query: { ...rangeQuery(view), ...compareQuery(view), ...filters },
    },
    { title: "Over time", name: "chart-data", forms: ["xlsx", "csv"], query: { ...chart, group_by: "none" } },
    { title: "Rows", name: "rows", forms: ["xlsx", "csv"], query: { ...rangeQuery(view), ...filters } },
  ];
  if (current && compared) {
    const query = {
      current_start: current.start_date,
      current_end: current.end_date,
      previous_start: compared.start_date,
      previous_end: compared.end_date,
      ...filters,
    };
    found.splice(3, 0, { title: "What changed", name: "comparison", forms: ["xlsx", "csv"], query });
  }
  return found;
}
