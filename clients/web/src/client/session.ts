import { BASE } from "./base";
import type { components } from "./schema";

type Tokens = components["schemas"]["SignInResponse"];

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

const KEPT = "bi.session";
const EARLY = 30_000; // ms before a token ends
const PATIENCE = 300; // ms that another tab has to say that it has newer tokens

let session = restored();
let renewing: Promise<boolean> | undefined;
let adopted: (() => void) | undefined;

/** For as long as the tab is open; other tabs do not see it, unless they were duplicated from it. */
function restored(): Session | undefined {
  const kept = sessionStorage.getItem(KEPT);
  return kept ? { ...begun(), ...(JSON.parse(kept) as Session) } : undefined;
}

function begun(): Pick<Session, "signIn" | "generation"> {
  return { signIn: crypto.getRandomValues(new Uint32Array(2)).join("-"), generation: 0 };
}

function keep(next: Session | undefined): void {
  session = next;
  if (next) sessionStorage.setItem(KEPT, JSON.stringify(next));
  else sessionStorage.removeItem(KEPT);
}

/** Between tabs: what one of them has. Who has something newer says so, who has something older takes it. */
interface Told {
  session: Session;
  isOver: boolean;
}

const tabs = new BroadcastChannel(KEPT);
tabs.addEventListener("message", ({ data: told }: MessageEvent<Told>) => {
  if (!session || told.session.signIn !== session.signIn) return;
  if (told.isOver) {
    leave();
  } else if (told.session.generation > session.generation) {
    keep(told.session);
    adopted?.();
  } else if (told.session.generation < session.generation) {
    tell(session);
  }
});

function tell(own: Session, isOver = false): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of its own origin alone
  tabs.postMessage({ session: own, isOver } satisfies Told);
}

export function currentSession(): Session | undefined {
  return session;
}

export function keepTokens(user: string, tokens: Tokens, before?: Session): void {
  const { signIn, generation } = before ?? begun();
  const until = Date.now() + tokens.expires_in * 1000;
  const { access_token: credential, refresh_token: refreshToken } = tokens;
  keep({ signIn, generation: generation + 1, user, credential, refreshToken, until });
}

/** Signs in with an API key, or a token of an identity provider. */
export function keepCredential(credential: string): void {
  keep({ ...begun(), credential });
}

/** Forgets the tokens and all figures, in duplicated tabs too. */
export function signOut(): void {
  if (session) tell(session, true);
  leave();
}

function leave(): void {
  keep(undefined);
  location.reload();
}

/** Headers that say who asks; a token about to end is exchanged first. */
export async function identity(): Promise<Record<string, string>> {
  if (session?.until !== undefined && Date.now() > session.until - EARLY) await renewed(session.credential);
  if (!session) return {};
  const { credential } = session;
  return credential.split(".").length === 3 ? { authorization: `Bearer ${credential}` } : { "x-api-key": credential };
}

/** Whether there is another credential than one that was refused. A refresh token may be sent once, so all wait for one. */
export function renewed(refused: string | undefined): Promise<boolean> {
  if (!session?.refreshToken) return Promise.resolve(false);
  if (session.credential !== refused) return Promise.resolve(true);
  renewing ??= alone(session.signIn, () => renew(refused)).finally(() => (renewing = undefined));
  return renewing;
}

/** No other tab of the sign-in does it meanwhile. Browsers have locks on https and on this machine alone. */
async function alone(signIn: string, work: () => Promise<boolean>): Promise<boolean> {
  return "locks" in navigator ? await navigator.locks.request(`${KEPT}.${signIn}`, work) : work();
}

async function renew(refused: string): Promise<boolean> {
  const known = session;
  if (!known?.refreshToken || known.credential !== refused) return known !== undefined; // another tab was first
  await othersTold(known);
  if (session !== known) return session !== undefined;
  const response = await fetch(`${BASE}/api/auth/refresh`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refresh_token: known.refreshToken }),
  });
  if (response.ok) {
    keepTokens(known.user ?? "", (await response.json()) as Tokens, known);
    if (session) tell(session);
  } else if (response.status === 401) {
    keep(undefined); // the sign-in is over
  }
  return response.ok;
}

/** Asks the other tabs for newer tokens; ends with the first, or when none has had any for a while. */
async function othersTold(known: Session): Promise<void> {
  await new Promise<void>((resolve) => {
    adopted = resolve;
    setTimeout(resolve, PATIENCE);
    tell(known);
  });
  adopted = undefined;
}
