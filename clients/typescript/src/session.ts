import type { Identity } from "./client.js";
import { answer } from "./errors.js";
import type { Schemas } from "./routes.js";

type Tokens = Schemas["SignInResponse"];

/** Who is signed in: with tokens that are exchanged for the next in time, or with a key or token of his own. */
interface Session {
  /** The sign-in. A duplicated tab has that of its original. */
  signIn: string;
  /** How often its tokens were exchanged. */
  generation: number;
  user?: string;
  credential: string;
  refreshToken?: string;
  /** When the credential ends, in milliseconds since 1970. */
  until?: number;
}

/** Between tabs: what one of them has. Who has something newer says so, who has something older takes it. */
interface Told {
  session: Session;
  isOver: boolean;
}

export interface TabSessionOptions {
  /** Where the gateway is. Left out: where the page came from. */
  baseUrl?: string;
  /** The sign-in was ended, here or in a duplicated tab: its figures must go from the screen. Left out: reloads. */
  onEnd?: () => void;
}

const KEPT = "bi.session";
const EARLY = 30_000; // ms before a token ends
const PATIENCE = 300; // ms that another tab has to say that it has newer tokens

/** A sign-in for as long as the tab is open; other tabs do not see it, unless they were duplicated from it. For
 * browsers: it is kept in `sessionStorage`. */
export class TabSession implements Identity {
  readonly #baseUrl: string;
  readonly #onEnd: () => void;
  readonly #tabs = new BroadcastChannel(KEPT);
  #session = restored();
  #renewing: Promise<boolean> | undefined;
  #adopted: (() => void) | undefined;

  constructor({ baseUrl = "", onEnd = () => location.reload() }: TabSessionOptions = {}) {
    this.#baseUrl = baseUrl.replace(/\/+$/, "");
    this.#onEnd = onEnd;
    this.#tabs.addEventListener("message", ({ data }: MessageEvent<Told>) => this.#hear(data));
  }

  /** Whether anybody is signed in, and under which name where he gave one. */
  get current(): { user?: string } | undefined {
    return this.#session;
  }

  /** Takes name and password of a user for tokens. Throws an ApiError where they are wrong. */
  async signIn(user: string, password: string): Promise<void> {
    this.#keepTokens(user, await answer<Tokens>(this.#post("/api/auth/token", { username: user, password })), begun());
  }

  /** Signs in with an API key, or a token of an identity provider. */
  signInWith(credential: string): void {
    this.#keep({ ...begun(), credential });
  }

  /** Forgets the tokens, in duplicated tabs too. */
  signOut(): void {
    if (this.#session) this.#tell(this.#session, true);
    this.#leave();
  }

  /** What says who asks; a token about to end is exchanged first. */
  async credential(): Promise<string | undefined> {
    const until = this.#session?.until;
    if (until !== undefined && Date.now() > until - EARLY) await this.renewed(this.#session?.credential);
    return this.#session?.credential;
  }

  /** Whether there is another credential than one that was refused. A refresh token may be sent once: all wait for one. */
  renewed(refused: string | undefined): Promise<boolean> {
    if (!this.#session?.refreshToken) return Promise.resolve(false);
    if (this.#session.credential !== refused) return Promise.resolve(true);
    this.#renewing ??= alone(this.#session.signIn, () => this.#renew(refused)).finally(
      () => (this.#renewing = undefined),
    );
    return this.#renewing;
  }

  async #renew(refused: string): Promise<boolean> {
    const known = this.#session;
    if (!known?.refreshToken || known.credential !== refused) return known !== undefined; // another tab was first
    await this.#othersTold(known);
    if (this.#session !== known) return this.#session !== undefined;
    const response = await this.#post("/api/auth/refresh", { refresh_token: known.refreshToken });
    if (response.ok) {
      this.#keepTokens(known.user ?? "", (await response.json()) as Tokens, known);
      if (this.#session) this.#tell(this.#session);
    } else if (response.status === 401) {
      this.#keep(undefined); // the sign-in is over
    }
    return response.ok;
  }

  /** Asks the other tabs for newer tokens; ends with the first, or when none has had any for a while. */
  async #othersTold(known: Session): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#adopted = resolve;
      setTimeout(resolve, PATIENCE);
      this.#tell(known);
    });
    this.#adopted = undefined;
  }

  #hear(told: Told): void {
    const session = this.#session;
    if (!session || told.session.signIn !== session.signIn) return;
    if (told.isOver) {
      this.#leave();
    } else if (told.session.generation > session.generation) {
      this.#keep(told.session);
      this.#adopted?.();
    } else if (told.session.generation < session.generation) {
      this.#tell(session);
    }
  }

  #tell(session: Session, isOver = false): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of its own origin alone
    this.#tabs.postMessage({ session, isOver } satisfies Told);
  }

  #keepTokens(user: string, tokens: Tokens, before: Pick<Session, "signIn" | "generation">): void {
    const until = Date.now() + tokens.expires_in * 1000;
    const { access_token: credential, refresh_token: refreshToken } = tokens;
    this.#keep({ signIn: before.signIn, generation: before.generation + 1, user, credential, refreshToken, until });
  }

  #keep(next: Session | undefined): void {
    this.#session = next;
    if (next) sessionStorage.setItem(KEPT, JSON.stringify(next));
    else sessionStorage.removeItem(KEPT);
  }

  #leave(): void {
    this.#keep(undefined);
    this.#onEnd();
  }

  #post(path: string, body: Record<string, string>): Promise<Response> {
    const headers = { "content-type": "application/json" };
    return fetch(this.#baseUrl + path, { method: "POST", headers, body: JSON.stringify(body) });
  }
}

function restored(): Session | undefined {
  const kept = sessionStorage.getItem(KEPT);
  return kept ? { ...begun(), ...(JSON.parse(kept) as Session) } : undefined;
}

function begun(): Pick<Session, "signIn" | "generation"> {
  return { signIn: crypto.getRandomValues(new Uint32Array(2)).join("-"), generation: 0 };
}

/** No other tab of the sign-in does it meanwhile. Browsers have locks on https and on this machine alone. */
async function alone(signIn: string, work: () => Promise<boolean>): Promise<boolean> {
  return "locks" in navigator ? await navigator.locks.request(`${KEPT}.${signIn}`, work) : work();
}
