import { Client, TabSession } from "bi-client";

/** The page is served by the gateway itself; the dev server on :3000 asks across origins. */
const baseUrl: string = import.meta.env.VITE_API_URL ?? (import.meta.env.DEV ? "http://localhost:8000" : "");

export const session = new TabSession({ baseUrl });
export const bi = new Client({ baseUrl, credential: session });
