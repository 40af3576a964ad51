import { hashKey, keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { ApiError } from "../errors.js";
import type { Answer, GetPath, Query, QueryOf } from "../routes.js";
import { asking, RETRIES, type Answered } from "./asking.js";
import { useClient, useIsLive } from "./provider.js";

type Metadata = Answer<"/api/metadata">;

/** An answer, or the one before it while it is on its way. */
export interface Asked<A> {
  data: A | undefined;
  /** What `data` answers. */
  of: Query | undefined;
  /** Whether `data` answers an earlier question. */
  isOld: boolean;
  error: ApiError | null;
  /** When `data` was answered, in milliseconds since 1970. */
  updatedAt: number;
  /** Asks at once, as after an error. What failed because the server was away is asked again in any case. */
  again: () => void;
}

/** A GET route as a query; none is asked while `query` is undefined. */
export function useApi<P extends GetPath>(path: P, query: QueryOf<P> | undefined): Asked<Answer<P>> {
  const queries = useQueryClient();
  const options = asking(useClient(), path, query);
  const asked = useQuery<Answered<P>, ApiError>({ ...options, placeholderData: keepPreviousData });
  const found = query === undefined ? undefined : asked.data;
  const { isPlaceholderData: isOld, dataUpdatedAt: updatedAt, refetch } = asked;
  const error = asked.error ?? (asked.failureCount > RETRIES ? asked.failureReason : null);
  const hash = hashKey(options.queryKey);
  const again = useCallback(
    // What waits for its next try would wait on.
    () => void queries.cancelQueries({ predicate: ({ queryHash }) => queryHash === hash }).then(() => refetch()),
    [queries, hash, refetch],
  );
  return useMemo(
    () => ({ data: found?.answer, of: found?.of, isOld, error, updatedAt, again }),
    [found, isOld, error, updatedAt, again],
  );
}

/** Several questions of one route; undefined for what has no answer yet. */
export function useApis<P extends GetPath>(path: P, queries: readonly QueryOf<P>[]): (Answer<P> | undefined)[] {
  const client = useClient();
  return useQueries({
    queries: queries.map((query) => asking(client, path, query)),
    combine: (answers) => answers.map((one) => one.data?.answer),
  });
}

/** What the store holds: its metrics, dimensions and days, and whether changes of it are heard at once. */
export function useMetadata(): { metadata: Asked<Metadata>; isLive: boolean } {
  return { metadata: useApi("/api/metadata", {}), isLive: useIsLive() };
}

/** Asks what will probably be asked next, so that it is there by then. */
export function usePrefetch(): <P extends GetPath>(path: P, query: QueryOf<P>) => void {
  const client = useClient();
  const queries = useQueryClient();
  return useCallback(
    (path, query) => void queries.prefetchQuery({ ...asking(client, path, query), retry: false }),
    [client, queries],
  );
}
