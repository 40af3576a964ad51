import { Client, type Answer } from "bi-client";

/** Never called: what the compiler has to find, and what it has to let pass. */
export async function checked(): Promise<string> {
  const bi = new Client({ baseUrl: "http://localhost:8000" });
  const points: Answer<"/api/dashboard/chart-data"> = await bi.get("/api/dashboard/chart-data", { metric: "revenue" });
  // @ts-expect-error -- no metric is called so
  await bi.get("/api/dashboard/chart-data", { metric: "revenu" });
  // @ts-expect-error -- it has to be said what the range is compared with
  await bi.get("/api/analytics/comparison", { current_start: "2024-01-01", current_end: "2024-01-31" });
  // @ts-expect-error -- no route is called so
  await bi.get("/api/dashboard/kpi", {});
  // @ts-expect-error -- answers have no such field
  const wrong: unknown = points[0]?.day;
  return points[0]?.date ?? String(wrong);
}
