import type { Schemas } from "bi-client";
import { days, difference, exact, rows } from "../format";
import { title } from "../words";

type Report = Schemas["ImportFileResponse"];
const NAMED = "named alike";

/** How a file was read, and what would become of its rows. */
export function Understood({ report }: { report: Report }) {
  const read = report.understood;
  const named = read?.columns.filter(({ how }) => how === NAMED) ?? [];
  return (
    <div className="understood">
      <p>
        {rows(report.rows_read)} read: {outcome(report)}.
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
                <dd>
                  {exact(sum.sum, sum.format)}{" "}
                  {sum.rounded_rows > 0 && (
                    <span className="note">
                      {`${difference(sum.rounding, "currency")} by rounding ${rows(sum.rounded_rows)} to the smallest unit`}
                    </span>
                  )}
                </dd>
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
            {named.length > 0 && (
              <div>
                <dt>Found by name</dt>
                <dd>
                  {named.map(({ source, target }) => (source === target ? source : `${source} (${target})`)).join(", ")}
                </dd>
              </div>
            )}
            {read.columns
              .filter((column) => !named.includes(column))
              .map((column) => (
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

/** What becomes of the rows, without what becomes of none. */
function outcome(report: Report): string {
  const counts: [number, string][] = [
    [report.inserted, "new"],
    [report.updated, "to replace"],
    [report.skipped, "known already"],
    [report.added_up, "added to others"],
    [report.rejected, "rejected"],
  ];
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${exact(count, "number")} ${what}`);
  return told.join(", ") || "none to take";
}
