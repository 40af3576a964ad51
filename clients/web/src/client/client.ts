import { BASE } from "./base";
import type { components, paths } from "./schema";
import { currentSession, identity, keepTokens, renewed } from "./session";

export type Schemas = components["schemas"];
export type GetPath = {
  [P in keyof paths]: paths[P] extends { get: { responses: { 200: { content: { "application/json": unknown } } } } }
    ? P
    : never;
}[keyof paths];
export type Answer<P extends GetPath> = paths[P] extends {
  get: { responses: { 200: { content: { "application/json": infer A } } } };
}
  ? A
  : never;

type Given<P extends GetPath> = paths[P] extends { get: { parameters: infer G } } ? G : never;
type Of<G, K extends "query" | "path"> = G extends { [k in K]?: infer Q }
  ? [Q] extends [never]
    ? unknown
    : Q
  : unknown;
/** What a route takes, those of its path included: `metric: "revenu"` is no value of it. */
export type QueryOf<P extends GetPath> = Of<Given<P>, "query"> & Of<Given<P>, "path">;

/** Parameters of a request; those that are empty are left out, lists repeat. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** A failure as the API tells it. `status` is 0 where no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What is wrong with which parameter, one a text. */
    readonly reasons: readonly string[] = [],
    readonly retryAfterSeconds = 0,
  ) {
    super(message);
  }

  /** Whether the same request may do better a moment later. */
  get isPassing(): boolean {
    return [0, 429, 502, 503, 504].includes(this.status);
  }
}

function search(query: Query): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== undefined && one !== "") parts.append(name, String(one));
  }
  const text = parts.toString();
  return text && `?${text}`;
}

/** Asks as who is signed in. A token that is refused is exchanged for the next, once. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const ask = async () => fetch(BASE + path, { ...init, headers: { ...init.headers, ...(await identity()) } });
  const used = currentSession()?.credential;
  const response = await ask();
  return response.status === 401 && (await renewed(used)) ? ask() : response;
}

/** The answer to a request. Throws an ApiError where it failed. */
async function succeeded(request: Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "The server cannot be reached.");
  }
  if (response.ok) return response;
  const told = (await response.json().catch(() => undefined)) as Schemas["Error"] | undefined;
  const violations = told?.details.flatMap((detail) => detail.field_violations ?? []);
  const reasons = violations?.map(({ field, description }) => `${field}: ${description}`);
  const retryAfter = Number(response.headers.get("retry-after")) || 0;
  throw new ApiError(response.status, told?.message ?? `The server answered ${response.status}.`, reasons, retryAfter);
}

async function answer<A>(request: Promise<Response>): Promise<A> {
  return (await (await succeeded(request)).json()) as A;
}

/** Asks a route; what its path has in braces is taken from the query. */
export function get<P extends GetPath>(path: P, query: QueryOf<P>, signal?: AbortSignal): Promise<Answer<P>> {
  const rest: Query = { ...(query as Query) };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return answer(request(filled + search(rest), { ...(signal && { signal }) }));
}

/** A report as a file, with the name to keep it under. */
export async function report(path: string, query: Query): Promise<{ name: string; contents: Blob }> {
  const response = await succeeded(request(path + search(query)));
  const name = /filename="(.+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { name: name ?? "report", contents: await response.blob() };
}

/** Content types that the import takes, by the ending of the file's name. */
const CONTENT_TYPES: Record<string, string> = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  jsonl: "application/jsonl",
  ndjson: "application/x-ndjson",
};

export function importFile(file: File, query: Query): Promise<Schemas["ImportFileResponse"]> {
  const ending = file.name.toLowerCase().split(".").pop() ?? "";
  const headers = { "content-type": CONTENT_TYPES[ending] ?? "application/octet-stream" };
  const path = `/api/data/import${search({ ...query, file_name: file.name })}`;
  return answer(request(path, { method: "POST", body: file, headers }));
}

export function undoImport(id: number): Promise<Schemas["UndoImportResponse"]> {
  return answer(request(`/api/data/imports/${id}`, { method: "DELETE" }));
}

/** Takes name and password of a user for tokens. */
export async function signIn(username: string, password: string): Promise<void> {
  const asked = fetch(`${BASE}/api/auth/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  keepTokens(username, await answer<Schemas["SignInResponse"]>(asked));
}
