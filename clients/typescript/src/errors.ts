import type { Schemas } from "./routes.js";

/** A failure as the API tells it. `status` is 0 where no answer came. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    message: string,
    /** What is wrong with which parameter, one a text. */
    readonly reasons: readonly string[] = [],
    readonly retryAfterSeconds = 0,
    /** What the server's log has the request under. */
    readonly requestId = "",
  ) {
    super(message);
  }

  /** Whether the same request may do better a moment later. */
  get isPassing(): boolean {
    return [0, 429, 502, 503, 504].includes(this.status);
  }
}

/** The response, where it is none of a failure; an ApiError otherwise. One that was aborted stays what it is. */
export async function succeeded(request: Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await request;
  } catch (error) {
    if (error instanceof ApiError || (error instanceof DOMException && error.name === "AbortError")) throw error;
    throw new ApiError(0, "The server cannot be reached.");
  }
  if (response.ok) return response;
  const told = (await response.json().catch(() => undefined)) as Partial<Schemas["Error"]> | undefined;
  const violations = told?.details?.flatMap((detail) => detail.field_violations ?? []);
  throw new ApiError(
    response.status,
    told?.message ?? `The server answered ${response.status}.`,
    violations?.map(({ field, description }) => `${field}: ${description}`),
    Number(response.headers.get("retry-after")) || 0,
    response.headers.get("x-request-id") ?? "",
  );
}

export async function answer<A>(request: Promise<Response>): Promise<A> {
  return (await (await succeeded(request)).json()) as A;
}
