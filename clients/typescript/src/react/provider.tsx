import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import type { Client } from "../client.js";
import type { ApiError } from "../errors.js";
import { asking, key, type Answered } from "./asking.js";

const NEW_DATA_EVERY = 15_000; // ms; an unchanged answer is a 304 of a few bytes
const METADATA = "/api/metadata";

const ClientContext = createContext<Client | undefined>(undefined);
const LiveContext = createContext(false);

export interface BiProviderProps {
  /** Asks; the same one for as long as the page is open. */
  client: Client;
  /** Keeps the answers. Left out: one of its own. */
  queryClient?: QueryClient;
  children?: ReactNode;
}

/** What the hooks ask with. Whenever the data changes, what is on the screen is asked again. */
export function BiProvider({ client, queryClient, children }: BiProviderProps) {
  const [own] = useState(() => queryClient ?? new QueryClient());
  return (
    <QueryClientProvider client={queryClient ?? own}>
      <ClientContext.Provider value={client}>
        <Following>{children}</Following>
      </ClientContext.Provider>
    </QueryClientProvider>
  );
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error("Hooks of bi-client/react are used inside of <BiProvider client={new Client()}>.");
  return client;
}

/** Whether changes of the data are heard at once. */
export function useIsLive(): boolean {
  return useContext(LiveContext);
}

/** Where changes are not heard at once, the version of the data is asked for now and then. */
function Following({ children }: { children: ReactNode }) {
  const client = useClient();
  const queries = useQueryClient();
  const [isLive, setLive] = useState(false);
  const metadata = useQuery<Answered<typeof METADATA>, ApiError>({
    ...asking(client, METADATA, {}),
    refetchInterval: isLive ? false : NEW_DATA_EVERY,
    refetchOnWindowFocus: "always",
  });
  const { isSuccess, refetch } = metadata;
  const version = metadata.data?.answer.data_version;
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== version) {
      const isOther = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[2] !== METADATA;
      void queries.invalidateQueries({ queryKey: key(client), predicate: isOther });
    }
    seen.current = version;
  }, [client, queries, version]);
  useEffect(() => {
    if (!isSuccess) return;
    return client.listen({ heard: (told) => told !== seen.current && void refetch(), isLive: setLive });
  }, [client, isSuccess, refetch]);
  return <LiveContext.Provider value={isLive}>{children}</LiveContext.Provider>;
}
