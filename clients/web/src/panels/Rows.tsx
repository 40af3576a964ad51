import { useState } from "react";
import type { Schemas } from "bi-client";
import { useApi } from "../state/asking";
import { days, exact, utc } from "../format";
import { Dialog } from "../parts/Dialog";
import { Empty, Loading } from "../parts/states";
import { filterQuery, rangeQuery } from "../state/dimensions";
import type { View } from "../state/view";
import { title } from "../words";

const MOMENT = new Intl.DateTimeFormat(navigator.language, {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});
const DAY = new Intl.DateTimeFormat(navigator.language, { dateStyle: "medium", timeZone: "UTC" });

interface Props {
  view: View;
  metadata: Schemas["GetMetadataResponse"];
  close: () => void;
}

/** The rows behind the figures, in pages that add up to them. */
export function Rows({ view, metadata, close }: Props) {
  const [pages, setPages] = useState([""]);
  const token = pages.at(-1) ?? "";
  const asked = useApi("/api/data/rows", {
    ...rangeQuery(view),
    ...filterQuery(view.filters),
    page_size: 100,
    page_token: token,
  });
  const { data } = asked;
  const measures = Object.keys(data?.rows[0]?.measures ?? {}).toSorted();
  return (
    <Dialog title="Rows behind the figures" close={close}>
      {asked.error ? (
        <Empty>{asked.error.message}</Empty>
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <p className="note">
            {exact(data.total_rows, "number")} rows, {exact(data.total_revenue, "currency")},{" "}
            {exact(data.total_units, "number")} units · {days(data.time_range)}
          </p>
          <div className="scroll tall">
            <table className={asked.isOld ? "old" : ""}>
              <thead>
                <tr>
                  <th scope="col">Time</th>
                  {metadata.dimensions.map((dimension) => (
                    <th key={dimension.id} scope="col" className="text">
                      {dimension.title}
                    </th>
                  ))}
                  <th scope="col">Units</th>
                  {measures.map((measure) => (
                    <th key={measure} scope="col">
                      {title(measure)}
                    </th>
                  ))}
                  <th scope="col">Revenue</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- rows may be equal
                  <tr key={index}>
                    <th scope="row">
                      {row.time.endsWith("T00:00:00")
                        ? DAY.format(utc(row.time.slice(0, 10)))
                        : MOMENT.format(new Date(`${row.time}Z`))}
                    </th>
                    {metadata.dimensions.map(({ id }) => (
                      <td key={id} className="text">
                        {id === "category" ? row.category : id === "region" ? row.region : row.segment[id]}
                      </td>
                    ))}
                    <td>{exact(row.units, "number")}</td>
                    {measures.map((measure) => (
                      <td key={measure}>{exact(row.measures[measure], "number")}</td>
                    ))}
                    <td>{exact(row.revenue, "currency")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="buttons">
            <button type="button" disabled={pages.length < 2} onClick={() => setPages(pages.slice(0, -1))}>
              Back
            </button>
            <span className="note">Page {exact(pages.length, "number")}</span>
            <button
              type="button"
              disabled={!data.next_page_token || asked.isOld}
              onClick={() => setPages([...pages, data.next_page_token])}
            >
              Next
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
