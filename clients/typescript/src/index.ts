/** A client of bi: typed routes, sign-in, changes as they happen. Hooks for React are in `bi-client/react`. */
export { Client, type ClientOptions, type Identity } from "./client.js";
export { ApiError } from "./errors.js";
export type { Listener } from "./live.js";
export type { Answer, GetPath, Query, QueryOf, Schemas } from "./routes.js";
export { TabSession, type TabSessionOptions } from "./session.js";
