/** The page is served by the gateway itself; the dev server on :3000 asks across origins. */
export const BASE: string = import.meta.env.VITE_API_URL ?? (import.meta.env.DEV ? "http://localhost:8000" : "");
