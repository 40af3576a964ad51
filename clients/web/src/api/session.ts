import { BASE } from "./base";
import type { components } from "./schema";

type Tokens = components["schemas"]["SignInResponse"];

/** Who is signed in: with tokens that are exchanged for the next in time, or with a key or token of his own. */
interface Session {
  user?: string;
  credential: string;
  refreshToken?: string;
  /** When the credential ends, in milliseconds since 1970. */
  until?: number;
}

const KEPT = "bi.session";
const EARLY = 30_000; // ms before a token ends

let session = restored();
let renewing: Promise<boolean> | undefined;

/** For as long as the tab is open; other tabs do not see it. */
function restored(): Session | undefined {
  const kept = sessionStorage.getItem(KEPT);
  return kept ? (JSON.parse(kept) as Session) : undefined;
}

function keep(next: Session | undefined): void {
  session = next;
  if (next) sessionStorage.setItem(KEPT, JSON.stringify(next));
  else sessionStorage.removeItem(KEPT);
}

export function currentSession(): Session | undefined {
  return session;
}

export function keepTokens(user: string, tokens: Tokens): void {
  const until = Date.now() + tokens.expires_in * 1000;
  keep({ user, credential: tokens.access_token, refreshToken: tokens.refresh_token, until });
}

/** Signs in with an API key, or a token of an identity provider. */
export function keepCredential(credential: string): void {
  keep({ credential });
}

/** Forgets the tokens and all figures. */
export function signOut(): void {
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
  renewing ??= renew(session.refreshToken).finally(() => (renewing = undefined));
  return renewing;
}

async function renew(token: string): Promise<boolean> {
  const user = session?.user ?? "";
  const response = await fetch(`${BASE}/api/auth/refresh`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refresh_token: token }),
  });
  if (response.ok) keepTokens(user, (await response.json()) as Tokens);
  else if (response.status === 401) keep(undefined); // the sign-in is over
  return response.ok;
}
