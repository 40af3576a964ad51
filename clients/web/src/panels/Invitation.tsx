import { FilePicker } from "../parts/FilePicker";

/** What an empty store shows instead of figures: how to fill it. */
export function Invitation({ take }: { take: (files: Iterable<File>) => void }) {
  return (
    <section className="failure invitation" aria-label="No data yet">
      <h2>No sales yet</h2>
      <p>
        Drop a file here, or several: exports of a shop or till as CSV, Excel, OpenDocument, Parquet or JSON lines.
        Every row needs a date, revenue, units, a category and a region; columns are found by what they are called, and
        what a file does not have is given once for all of it. You see how it was read before anything is taken, and can
        undo it afterwards.
      </p>
      <FilePicker take={take}>Choose files</FilePicker>
      <details>
        <summary className="note">From a terminal instead</summary>
        <dl>
          <dt>Your own file</dt>
          <dd>
            <code>bi-server import sales.csv --dry-run</code>
          </dd>
          <dt>Another database</dt>
          <dd>
            <code>bi-server import --from-sql URL QUERY</code>
          </dd>
          <dt>A made-up shop to look around in</dt>
          <dd>
            <code>bi-server sample</code>
          </dd>
        </dl>
      </details>
    </section>
  );
}
