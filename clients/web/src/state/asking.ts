import * as client from "../client";
import type { Answer, Asked, GetPath, Query } from "../client";

// The types know the names of the model that ships. What is asked here are names of the server's own model, and what
// the URL says: the server tells what is none of them.

export const useApi = client.useApi as <P extends GetPath>(path: P, query: Query | undefined) => Asked<Answer<P>>;

export const useApis = client.useApis as <P extends GetPath>(
  path: P,
  queries: readonly Query[],
) => (Answer<P> | undefined)[];

export const prefetchApi = client.prefetchApi as <P extends GetPath>(path: P, query: Query) => void;
