import type { Query } from "bi-client";

/** What nobody can tell from the file; names as `bi-server import --help` explains them. */
export function Options({ set, isOpen }: { set: (options: Query) => void; isOpen: boolean }) {
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
