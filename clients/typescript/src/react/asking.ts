import type { Client } from "../client.js";
import { ApiError } from "../errors.js";
import type { Answer, GetPath, Query, QueryOf } from "../routes.js";

/** What fails more often in a row is told, and asked again all the same: a screen comes back with its server. */
export const RETRIES = 3;
const LONGEST_PAUSE = 10_000; // ms

export interface Answered<P extends GetPath> {
  answer: Answer<P>;
  of: Query;
}

/** A question as TanStack Query takes it. An answer stays as it is until the version of the data changes: what was seen
 * before shows at once. */
export function asking<P extends GetPath>(client: Client, path: P, query: QueryOf<P> | undefined) {
  return {
    queryKey: key(client, path, query),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Answered<P>> => ({
      answer: await client.get(path, query as QueryOf<P>, signal),
      of: query as Query,
    }),
    enabled: query !== undefined,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    networkMode: "always" as const, // a server on this machine answers without a network
    retry: (_: number, error: Error) => error instanceof ApiError && error.isPassing,
    retryDelay: (failures: number, error: Error) =>
      Math.max(
        error instanceof ApiError ? error.retryAfterSeconds * 1000 : 0,
        Math.min(300 * 2 ** failures, LONGEST_PAUSE),
      ),
  };
}

/** Begins with what all of a client's questions begin with. */
export function key(client: Client, ...parts: readonly unknown[]): readonly unknown[] {
  return ["bi", client.baseUrl, ...parts];
}
