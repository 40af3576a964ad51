import type { Client } from "./client.js";

const RETRY_MS = 2000;
const LONGEST_RETRY_MS = 30_000;
const SILENCE_MS = 60_000; // the server gives a sign of life every 25 seconds

export interface Listener {
  /** The version of the data: at once, and whenever it changes. */
  heard: (version: number) => void;
  /** Told when the connection stands, and when it is lost. */
  isLive?: (isLive: boolean) => void;
}

/** Listens for versions of the data, and comes back by itself. Returns what ends it. */
export function listen(client: Client, listener: Listener): () => void {
  let last = "";
  let following: AbortController | undefined;
  const hear = (id: string) => {
    last = id;
    listener.heard(Number(id));
  };
  const keepFollowing = async (signal: AbortSignal) => {
    for (let pause = RETRY_MS; !signal.aborted; pause = Math.min(pause * 2, LONGEST_RETRY_MS)) {
      const isBegun = await follow(client, signal, last, hear, (isLive) => listener.isLive?.(isLive));
      if (isBegun) pause = RETRY_MS;
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  // A browser has six connections to a server for all its tabs together: one that nobody sees must not keep one.
  const look = () => {
    following?.abort();
    following = undefined;
    if (!isPage() || document.visibilityState === "visible") {
      following = new AbortController();
      void keepFollowing(following.signal);
    }
  };
  if (isPage()) document.addEventListener("visibilitychange", look);
  look();
  return () => {
    if (isPage()) document.removeEventListener("visibilitychange", look);
    following?.abort();
  };
}

function isPage(): boolean {
  return typeof document !== "undefined";
}

/** One connection until it ends. Returns whether there was one. The browser's own EventSource cannot say who asks. */
async function follow(
  client: Client,
  ended: AbortSignal,
  last: string,
  heard: (id: string) => void,
  isLive: (isLive: boolean) => void,
): Promise<boolean> {
  const silent = new AbortController();
  const signal = AbortSignal.any([ended, silent.signal]);
  let alarm = setTimeout(() => silent.abort(), SILENCE_MS);
  let isBegun = false;
  try {
    const response = await client.request("/api/dashboard/stream", {
      headers: { accept: "text/event-stream", ...(last && { "last-event-id": last }) },
      signal,
    });
    const reader = response.ok ? response.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
    if (!reader) return false;
    isBegun = true;
    isLive(true);
    let text = "";
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      clearTimeout(alarm);
      alarm = setTimeout(() => silent.abort(), SILENCE_MS);
      const events = (text + piece.value).split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const id = /^id: (.+)$/m.exec(event)?.[1];
        if (id) heard(id);
      }
    }
  } catch {
    // lost, or ended by us: whoever listens tries again
  } finally {
    clearTimeout(alarm);
    if (isBegun) isLive(false);
  }
  return isBegun;
}
