import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiError, Schemas } from "bi-client";
import { useState } from "react";
import { bi } from "../client";
import { useApi } from "../state/asking";
import { exact, moment, rows } from "../format";
import { save } from "../parts/save";
import { Empty } from "../parts/states";

const SHOWN = 5;

/** The imports so far, the newest first, and their undoing. */
export function History() {
  const client = useQueryClient();
  const [isWhole, showWhole] = useState(false);
  const asked = useApi("/api/data/imports", {});
  const undoing = useMutation<Schemas["UndoImportResponse"], ApiError, number>({
    mutationFn: (id) => bi.undoImport(id),
    onSuccess: () => void client.invalidateQueries(),
  });
  const saving = useMutation<void, ApiError, number>({
    mutationFn: (id) => save(`/api/data/imports/${id}/rejects.csv`),
  });
  const error = undoing.error ?? saving.error;
  const imports = asked.data?.imports ?? [];
  if (!asked.error && imports.length === 0) return null;
  return (
    <section className="history" aria-label="Imports so far">
      <h3>Imports so far</h3>
      {asked.error && <Empty>{asked.error.message}</Empty>}
      {error && (
        <p role="alert" className="refusal">
          {error.message}
        </p>
      )}
      {undoing.data && <Undone answer={undoing.data} />}
      <ul className="scroll">
        {(isWhole ? imports : imports.slice(0, SHOWN)).map((record) => (
          <Record
            key={record.import_id}
            record={record}
            isBusy={undoing.isPending}
            undo={() => undoing.mutate(record.import_id)}
            saveRejects={() => saving.mutate(record.import_id)}
          />
        ))}
      </ul>
      {imports.length > SHOWN && (
        <button type="button" className="link" onClick={() => showWhole(!isWhole)}>
          {isWhole ? "Show fewer" : `Show all ${exact(imports.length, "number")}`}
        </button>
      )}
    </section>
  );
}

interface RecordProps {
  record: Schemas["ImportRecord"];
  isBusy: boolean;
  undo: () => void;
  saveRejects: () => void;
}

/** One import. Undoing it is asked for twice. */
function Record({ record, isBusy, undo, saveRejects }: RecordProps) {
  const [isAsked, ask] = useState(false);
  const name = record.file_name || `Import ${record.import_id}`;
  return (
    <li className={record.undone ? "undone" : ""}>
      <span className="name" title={name}>
        {name}
      </span>
      <span className="note">{moment(record.started)}</span>
      <span className="note rows">{rows(record.inserted + record.updated)}</span>
      {record.rejected > 0 && (
        <button
          type="button"
          className="link"
          aria-label={`Download the rows of ${name} that were not taken`}
          title="As CSV, each with its line, column and reason"
          onClick={saveRejects}
        >
          {exact(record.rejected, "number")} not taken
        </button>
      )}
      {record.undone ? (
        <span className="note">undone</span>
      ) : isAsked ? (
        <span className="sure">
          <button type="button" disabled={isBusy} onClick={undo}>
            Take its rows back
          </button>
          <button type="button" className="link" onClick={() => ask(false)}>
            Keep
          </button>
        </span>
      ) : (
        <button type="button" className="link" aria-label={`Undo the import of ${name}`} onClick={() => ask(true)}>
          Undo
        </button>
      )}
    </li>
  );
}

function Undone({ answer }: { answer: Schemas["UndoImportResponse"] }) {
  const lost = answer.taken_along.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <p role="status">
      {rows(answer.removed)} taken back, {exact(answer.restored, "number")} restored.
      {lost > 0 &&
        ` ${rows(lost)} that later imports had skipped went along: import those files again (${answer.taken_along
          .map((one) => one.import_id)
          .join(", ")}).`}
    </p>
  );
}
