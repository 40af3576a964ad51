import type { components, paths } from "./schema";

// The page is served by the gateway itself; the dev server on :3000 asks across origins.
const BASE: string = import.meta.env.VITE_API_URL ?? (import.meta.env.DEV ? "http://localhost:8000" : "");

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

/** Parameters of a request; those that are empty are left out, lists repeat. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** A failure as the API tells it. `status` is 0 where no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fields: readonly string[] = [],
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

const CREDENTIAL = "bi.credential";

/** Keeps a token or an API key for as long as the tab is open. */
export function signIn(credential: string): void {
  sessionStorage.setItem(CREDENTIAL, credential);
}

function credentials(): Record<string, string> {
  const known = sessionStorage.getItem(CREDENTIAL);
  if (!known) return {};
  return known.split(".").length === 3 ? { authorization: `Bearer ${known}` } : { "x-api-key": known };
}

async function answer<A>(request: Promise<Response>): Promise<A> {
  let response: Response;
  try {
    response = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "The server cannot be reached.");
  }
  if (response.ok) return (await response.json()) as A;
  const told = (await response.json().catch(() => undefined)) as Schemas["Error"] | undefined;
  const fields = told?.details.flatMap((detail) => detail.field_violations ?? []).map((violation) => violation.field);
  const retryAfter = Number(response.headers.get("retry-after")) || 0;
  throw new ApiError(response.status, told?.message ?? `The server answered ${response.status}.`, fields, retryAfter);
}

export function get<P extends GetPath>(path: P, query: Query, signal?: AbortSignal): Promise<Answer<P>> {
  return answer(fetch(`${BASE}${path}${search(query)}`, { headers: credentials(), ...(signal && { signal }) }));
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
  const headers = { ...credentials(), "content-type": CONTENT_TYPES[ending] ?? "application/octet-stream" };
  const url = `${BASE}/api/data/import${search({ ...query, file_name: file.name })}`;
  return answer(fetch(url, { method: "POST", body: file, headers }));
}
