import type { Query } from "bi-client";
import { exact, rows } from "../format";
import { Loading } from "../parts/states";
import type { Incoming } from "../state/incoming";
import { Options } from "./Options";
import { Understood } from "./Understood";

interface Props {
  incoming: Incoming;
  read: (id: number, options: Query) => void;
  remove: (id: number) => void;
}

/** One file: what was understood of it, why it cannot be read, or what became of it. */
export function FileCard({ incoming, read, remove }: Props) {
  const { id, file, step, report, error } = incoming;
  const isOpen = step === "read" || step === "refused";
  return (
    <li aria-label={file.name} aria-busy={step === "reading" || step === "taking"}>
      <header>
        <strong>{file.name}</strong>
        {step === "taking" && <span className="note">Importing …</span>}
        {step !== "taking" && (
          <button
            type="button"
            className="link"
            aria-label={`Remove ${file.name} from the list`}
            onClick={() => remove(id)}
          >
            {step === "taken" ? "Done" : "Remove"}
          </button>
        )}
      </header>
      {step === "reading" && <Loading rows={2} />}
      {step === "refused" && (
        <div role="alert" className="refusal">
          {error &&
            (error.reasons.length > 0 ? error.reasons : [error.message]).map((text) => <p key={text}>{text}</p>)}
        </div>
      )}
      {step === "read" && report && <Understood report={report} />}
      {step === "taken" && report && (
        <p role="status">
          {rows(report.inserted)} taken, {exact(report.updated, "number")} replaced, {exact(report.skipped, "number")}{" "}
          were known, {exact(report.rejected, "number")} rejected.
        </p>
      )}
      {isOpen && <Options set={(options) => read(id, options)} isOpen={step === "refused"} />}
    </li>
  );
}
