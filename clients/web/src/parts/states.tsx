import type { ReactNode } from "react";
import type { ApiError } from "bi-client";
import { DEFAULTS, type Change } from "../state/view";
import { SignIn } from "./SignIn";

const TIME = new Intl.DateTimeFormat(navigator.language, { timeStyle: "short" });

/** The figures shown are those read last. */
export function Offline({ failed, since, hasData }: { failed: ApiError | null; since: number; hasData: boolean }) {
  if (!failed?.isPassing || !hasData) return null;
  return (
    <p className="banner" role="status">
      {failed.message} The figures are from {TIME.format(since)}; new ones are asked for by themselves.
    </p>
  );
}

/** Nothing can be shown, why, and what to do. */
export function Failure({ error, retry, change }: { error: ApiError; retry: () => void; change: Change }) {
  if (error.status === 401) return <SignIn />;
  const heading =
    error.status === 0
      ? "No connection"
      : error.status === 403
        ? "You may not see this"
        : error.status === 400
          ? "This view cannot be shown"
          : "Something went wrong";
  return (
    <section className="failure" role="alert">
      <h2>{heading}</h2>
      <p>{error.message}</p>
      {error.status === 400 ? (
        <button type="button" onClick={() => change(DEFAULTS)}>
          Back to the default view
        </button>
      ) : (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </section>
  );
}

/** What a panel shows while there is nothing else in it. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

/** What stands in for a panel's content on its first way here. */
export function Loading({ rows = 4 }: { rows?: number }) {
  return (
    <div className="loading" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="bone" />
      ))}
    </div>
  );
}

/** A panel with its heading and what belongs beside it. */
export function Panel({
  title,
  note,
  actions,
  children,
  className = "",
  isOld = false,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  isOld?: boolean;
}) {
  return (
    <section className={`panel ${className}`} aria-label={title} aria-busy={isOld}>
      <header>
        <h2>{title}</h2>
        {note && <span className="note">{note}</span>}
        {actions && <div className="actions">{actions}</div>}
      </header>
      <div className={isOld ? "old" : undefined}>{children}</div>
    </section>
  );
}
