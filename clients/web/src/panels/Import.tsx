import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { importFile, type ApiError, type Query, type Schemas } from "../api/client";
import { days, exact } from "../format";
import { Dialog } from "../parts/Dialog";
import { Loading } from "../parts/states";
import { title } from "../words";

type Report = Schemas["ImportFileResponse"];

/** Takes a file: first only reads it and shows what was understood, then, if that is right, imports it. */
export function Import({ file, close }: { file: File; close: () => void }) {
  const client = useQueryClient();
  const [options, setOptions] = useState<Query>({});
  const rehearsal = useMutation<Report, ApiError, Query>({
    mutationFn: (query) => importFile(file, { ...query, dry_run: true }),
  });
  const taking = useMutation<Report, ApiError, Query>({
    mutationFn: (query) => importFile(file, query),
    onSuccess: () => void client.invalidateQueries(),
  });
  const { mutate: read } = rehearsal;
  useEffect(() => read(options), [read, options]);

  const report = rehearsal.data;
  const taken = taking.data;
  const error = taking.error ?? rehearsal.error;
  return (
    <Dialog title={taken ? "Imported" : `Import ${file.name}`} close={close}>
      {rehearsal.isPending && <Loading />}
      {error && (
        <p role="alert" className="refusal">
          {error.message}
        </p>
      )}
      {taken ? (
        <p role="status">
          {exact(taken.inserted, "number")} rows are in, {exact(taken.updated, "number")} replaced,{" "}
          {exact(taken.skipped, "number")} were known, {exact(taken.rejected, "number")} rejected.{" "}
          <span className="note">bi-server imports undo {taken.import_id} takes it back.</span>
        </p>
      ) : (
        report && !rehearsal.isPending && <Understood report={report} />
      )}
      {!taken && (
        <Options
          set={(changed) => {
            taking.reset();
            setOptions(changed);
          }}
          isOpen={error !== null}
        />
      )}
      <div className="buttons">
        <button type="button" onClick={close}>
          {taken ? "Close" : "Cancel"}
        </button>
        {!taken && (
          <button
            type="button"
            className="primary"
            disabled={!report || rehearsal.isPending || rehearsal.isError || taking.isPending}
            onClick={() => taking.mutate(options)}
          >
            {taking.isPending
              ? "Importing …"
              : report
                ? `Import ${exact(report.inserted + report.updated, "number")} rows`
                : "Import"}
          </button>
        )}
      </div>
    </Dialog>
  );
}

function Understood({ report }: { report: Report }) {
  const read = report.understood;
  return (
    <div className="understood">
      <p>
        {exact(report.rows_read, "number")} rows read: {exact(report.inserted, "number")} new,{" "}
        {exact(report.updated, "number")} to replace, {exact(report.skipped, "number")} known already,{" "}
        {exact(report.rejected, "number")} rejected.
        {report.repeats > 0 && " The very same file was imported before."}
      </p>
      {read && (
        <>
          <dl>
            <div>
              <dt>Days</dt>
              <dd>
                {days(read.range)}{" "}
                {read.date_form && <span className="note">{`${read.date_example} read as ${read.date_read}`}</span>}
              </dd>
            </div>
            {read.sums.map((sum) => (
              <div key={sum.measure}>
                <dt>{title(sum.measure)}</dt>
                <dd>{exact(sum.sum, sum.measure === "revenue" ? "currency" : "number")}</dd>
              </div>
            ))}
            {read.dimensions.map((dimension) => (
              <div key={dimension.name}>
                <dt>{title(dimension.name)}</dt>
                <dd>
                  {exact(dimension.distinct, "number")}:{" "}
                  <span className="note">{dimension.values.slice(0, 6).join(", ")}</span>
                </dd>
              </div>
            ))}
            {read.columns.map((column) => (
              <div key={column.target}>
                <dt>{column.target}</dt>
                <dd>
                  {column.source || "–"} <span className="note">{column.how}</span>
                </dd>
              </div>
            ))}
          </dl>
          {read.guessed.length > 0 && (
            <>
              <h3>Guessed</h3>
              <ul>
                {read.guessed.map((guess) => (
                  <li key={guess}>{guess}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {report.first_rejects.length > 0 && (
        <details>
          <summary>Rejected rows</summary>
          <ul>
            {report.first_rejects.map((row) => (
              <li key={`${row.line}${row.column}`}>
                Line {row.line}, {row.column} {row.value && `“${row.value}”`}: {row.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What nobody can tell from the file; names as `bi-server import --help` explains them. */
function Options({ set, isOpen }: { set: (options: Query) => void; isOpen: boolean }) {
  return (
    <details className="options" open={isOpen || undefined}>
      <summary>How to read it</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const text = (name: string) => String(form.get(name) ?? "").trim();
          const lines = (name: string) =>
            text(name)
              .split("\n")
              .map((line) => line.trim())
              .filter(Boolean);
          set({
            table: text("table"),
            on_duplicate: text("on_duplicate"),
            date_format: text("date_format"),
            decimal: text("decimal"),
            order_lines: form.has("order_lines") || undefined,
            map: lines("map"),
            derive: lines("derive"),
            set: lines("set"),
          });
        }}
      >
        <label>
          The rows are
          <select name="table">
            <option value="">sales</option>
            <option value="traffic">visits</option>
          </select>
        </label>
        <label>
          Rows known with other contents
          <select name="on_duplicate">
            <option value="">refuse the file</option>
            <option value="skip">keep the store’s</option>
            <option value="replace">replace</option>
            <option value="append">add as further lines</option>
          </select>
        </label>
        <label>
          Form of the dates
          <input name="date_format" placeholder="DD/MM/YYYY" />
        </label>
        <label>
          Decimal sign
          <select name="decimal">
            <option value="">detected</option>
            <option value="point">point</option>
            <option value="comma">comma</option>
          </select>
        </label>
        <label>
          <span>Several rows are one order</span>
          <input type="checkbox" name="order_lines" />
        </label>
        <label>
          Columns, one a line
          <textarea name="map" rows={2} placeholder="revenue=Amount" />
        </label>
        <label>
          Computed
          <textarea name="derive" rows={1} placeholder="revenue = Quantity * UnitPrice" />
        </label>
        <label>
          Fixed
          <textarea name="set" rows={1} placeholder="region=UK" />
        </label>
        <button type="submit">Read again</button>
      </form>
    </details>
  );
}
