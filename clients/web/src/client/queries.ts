import {
  keepPreviousData,
  QueryClient,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { ApiError, get, type Answer, type GetPath, type Query, type QueryOf } from "./client";
import { listen } from "./live";

const NEW_DATA_EVERY = 15_000; // ms; an unchanged answer is a 304 of a few bytes
const RETRIES = 3;

/** Answers stay as they are until the version of the data changes: what was seen before shows at once. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      networkMode: "always", // a server on this machine answers without a network
      retry: (failures, error) => error instanceof ApiError && error.isPassing && failures < RETRIES,
      retryDelay: (failures, error) =>
        Math.max(error instanceof ApiError ? error.retryAfterSeconds * 1000 : 0, 300 * 2 ** failures),
    },
  },
});

/** An answer, or the one before it while it is on its way. */
export interface Asked<A> {
  data: A | undefined;
  /** What `data` answers. */
  of: Query | undefined;
  /** Whether `data` answers an earlier question. */
  isOld: boolean;
  error: ApiError | null;
  updatedAt: number;
  again: () => void;
}

interface Answered<P extends GetPath> {
  answer: Answer<P>;
  of: Query;
}

function asking<P extends GetPath>(path: P, query: QueryOf<P> | undefined) {
  return {
    queryKey: [path, query],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Answered<P>> => ({
      answer: await get(path, query as QueryOf<P>, signal),
      of: query as Query,
    }),
    enabled: query !== undefined,
  };
}

/** Several questions of one route; undefined for what has no answer yet. */
export function useApis<P extends GetPath>(path: P, queries: readonly QueryOf<P>[]): (Answer<P> | undefined)[] {
  return useQueries({
    queries: queries.map((query) => asking(path, query)),
    combine: (answers) => answers.map((one) => one.data?.answer),
  });
}

/** A GET route as a query; none is asked while `query` is undefined. */
export function useApi<P extends GetPath>(path: P, query: QueryOf<P> | undefined): Asked<Answer<P>> {
  const asked = useQuery<Answered<P>, ApiError>({ ...asking(path, query), placeholderData: keepPreviousData });
  const found = query === undefined ? undefined : asked.data;
  const { isPlaceholderData: isOld, error, dataUpdatedAt: updatedAt, refetch } = asked;
  return useMemo(
    () => ({ data: found?.answer, of: found?.of, isOld, error, updatedAt, again: () => void refetch() }),
    [found, isOld, error, updatedAt, refetch],
  );
}

/** What the store holds, and whether changes of it are heard at once. Where they are not, it is asked again now and then;
 * where the data has changed, everything else is asked again. */
export function useMetadata(): { metadata: UseQueryResult<Answer<"/api/metadata">, ApiError>; isLive: boolean } {
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  const metadata = useQuery<Answer<"/api/metadata">, ApiError>({
    queryKey: ["/api/metadata"],
    queryFn: ({ signal }) => get("/api/metadata", {}, signal),
    refetchInterval: isLive ? false : NEW_DATA_EVERY,
    refetchOnWindowFocus: "always",
  });
  const { isSuccess, refetch } = metadata;
  const version = metadata.data?.data_version;
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== version) {
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "/api/metadata" });
    }
    seen.current = version;
  }, [client, version]);
  useEffect(() => {
    if (!isSuccess) return;
    return listen({ heard: (told) => told !== seen.current && void refetch(), isLive: setLive });
  }, [isSuccess, refetch]);
  return { metadata, isLive };
}

/** Asks what will probably be asked next, so that it is there by then. */
export function prefetchApi<P extends GetPath>(path: P, query: QueryOf<P>): void {
  void queryClient.prefetchQuery({ ...asking(path, query), retry: false });
}
