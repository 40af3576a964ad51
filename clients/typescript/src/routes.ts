import type { components, paths } from "./schema.js";

/** Messages of the API by their names: `Schemas["Kpi"]`. */
export type Schemas = components["schemas"];

/** Routes that are read as JSON. */
export type GetPath = {
  [P in keyof paths]: paths[P] extends { get: { responses: { 200: { content: { "application/json": unknown } } } } }
    ? P
    : never;
}[keyof paths];

/** What a route answers. */
export type Answer<P extends GetPath> = paths[P] extends {
  get: { responses: { 200: { content: { "application/json": infer A } } } };
}
  ? A
  : never;

type Given<P extends GetPath> = paths[P] extends { get: { parameters: infer G } } ? G : never;
type Of<G, K extends "query" | "path"> = G extends { [k in K]?: infer Q }
  ? [NonNullable<Q>] extends [never] // `undefined` is in it or not, as the compiler is told to take `?`
    ? unknown
    : NonNullable<Q>
  : unknown;
/** What a route takes, those of its path included: `metric: "revenu"` is no value of it. */
export type QueryOf<P extends GetPath> = Of<Given<P>, "query"> & Of<Given<P>, "path">;

/** Parameters of a request; those that are empty are left out, lists repeat. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** A query as a URL has it, with its question mark; empty where nothing is asked for. */
export function search(query: Query): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== undefined && one !== "") parts.append(name, String(one));
  }
  const text = parts.toString();
  return text && `?${text}`;
}

/** Path and query of a route; what its path has in braces is taken from the query. */
export function location<P extends GetPath>(path: P, query: QueryOf<P>): string {
  const rest: Query = { ...(query as Query) };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return filled + search(rest);
}
