import { answer, succeeded } from "./errors.js";
import { listen, type Listener } from "./live.js";
import { location, search, type Answer, type GetPath, type Query, type QueryOf, type Schemas } from "./routes.js";

/** Who asks, where that may change: `TabSession` is one. */
export interface Identity {
  /** A token or an API key; undefined while nobody is signed in. */
  credential: () => Promise<string | undefined>;
  /** Whether there is another one than that which was refused (401). */
  renewed: (refused: string | undefined) => Promise<boolean>;
}

export interface ClientOptions {
  /** Where the gateway is, `http://localhost:8000`. Left out: where the page came from. */
  baseUrl?: string;
  /** Who asks: a token, an API key, or a sign-in. Left out: nobody in particular. */
  credential?: string | Identity | undefined;
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

/** Asks one gateway, as one caller. What fails throws an ApiError. */
export class Client {
  readonly baseUrl: string;
  readonly #identity: Identity;

  constructor({ baseUrl = "", credential }: ClientOptions = {}) {
    this.baseUrl = baseUrl.replace(/\/+$/, "");
    this.#identity = typeof credential === "object" ? credential : fixed(credential);
  }

  /** The answer of a route; what its path has in braces is taken from the query. */
  get<P extends GetPath>(path: P, query: QueryOf<P>, signal?: AbortSignal): Promise<Answer<P>> {
    return answer(this.request(location(path, query), { ...(signal && { signal }) }));
  }

  /** A file, of a report or of rejected rows, with the name to keep it under. */
  async download(path: string, query: Query = {}): Promise<{ name: string; contents: Blob }> {
    const response = await succeeded(this.request(path + search(query)));
    const name = /filename="(.+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
    return { name: name ?? "download", contents: await response.blob() };
  }

  /** Takes the rows of a file, or tells what it would take: `dry_run: true`. */
  importFile(file: File, query: Query = {}): Promise<Schemas["ImportFileResponse"]> {
    const ending = file.name.toLowerCase().split(".").pop() ?? "";
    const headers = { "content-type": CONTENT_TYPES[ending] ?? "application/octet-stream" };
    const path = `/api/data/import${search({ ...query, file_name: file.name })}`;
    return answer(this.request(path, { method: "POST", body: file, headers }));
  }

  undoImport(id: number): Promise<Schemas["UndoImportResponse"]> {
    return answer(this.request(`/api/data/imports/${id}`, { method: "DELETE" }));
  }

  /** Hears of new data at once, until the function that is returned is called. In a page, only while it is seen. */
  listen(listener: Listener): () => void {
    return listen(this, listener);
  }

  /** Any request, as who is signed in. A credential that is refused is exchanged for the next, once. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    let used: string | undefined;
    const ask = async () => {
      used = await this.#identity.credential();
      return fetch(this.baseUrl + path, { ...init, headers: { ...init.headers, ...headersOf(used) } });
    };
    const response = await ask();
    return response.status === 401 && (await this.#identity.renewed(used)) ? ask() : response;
  }
}

function fixed(credential: string | undefined): Identity {
  return { credential: () => Promise.resolve(credential), renewed: () => Promise.resolve(false) };
}

/** A token has three parts; an API key has none. */
function headersOf(credential: string | undefined): Record<string, string> {
  if (!credential) return {};
  return credential.split(".").length === 3 ? { authorization: `Bearer ${credential}` } : { "x-api-key": credential };
}
