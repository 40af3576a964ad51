"use client";

/** The API as hooks of TanStack Query, inside of a `BiProvider`. */
export { BiProvider, useClient, type BiProviderProps } from "./provider.js";
export { useApi, useApis, useMetadata, usePrefetch, type Asked } from "./queries.js";
