import { get, type Answer } from ".";

/** Never called: what the compiler has to find, and what it has to let pass. */
export async function checked(): Promise<string> {
  const points: Answer<"/api/dashboard/chart-data"> = await get("/api/dashboard/chart-data", { metric: "revenue" });
  // @ts-expect-error -- no metric is called so
  await get("/api/dashboard/chart-data", { metric: "revenu" });
  // @ts-expect-error -- it has to be said what the range is compared with
  await get("/api/analytics/comparison", { current_start: "2024-01-01", current_end: "2024-01-31" });
  // @ts-expect-error -- no route is called so
  await get("/api/dashboard/kpi", {});
  return points[0]?.date ?? "";
}
