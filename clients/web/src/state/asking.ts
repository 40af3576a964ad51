import * as hooks from "bi-client/react";
import type { Answer, GetPath, Query } from "bi-client";
import type { Asked } from "bi-client/react";

// The types know the names of the model that ships. What is asked here are names of the server's own model, and what
// the URL says: the server tells what is none of them.

export const useApi = hooks.useApi as <P extends GetPath>(path: P, query: Query | undefined) => Asked<Answer<P>>;

export const useApis = hooks.useApis as <P extends GetPath>(
  path: P,
  queries: readonly Query[],
) => (Answer<P> | undefined)[];

export const usePrefetch = hooks.usePrefetch as () => <P extends GetPath>(path: P, query: Query) => void;
