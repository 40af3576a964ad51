/** A client of bi for browsers: typed routes, sign-in, changes as they happen, hooks of TanStack Query. */
export {
  ApiError,
  get,
  importFile,
  report,
  signIn,
  undoImport,
  type Answer,
  type GetPath,
  type Query,
  type QueryOf,
  type Schemas,
} from "./client";
export { listen } from "./live";
export { prefetchApi, queryClient, useApi, useApis, useMetadata, type Asked } from "./queries";
export { currentSession, keepCredential, signOut } from "./session";
