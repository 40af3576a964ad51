import type { Schemas } from "bi-client";
import { useApi, useApis } from "../state/asking";
import { Waterfall } from "../chart/Waterfall";
import { days, difference, exact } from "../format";
import { Empty, Loading, Panel } from "../parts/states";
import { filterQuery, type Dimension } from "../state/dimensions";
import { toggle, type Change, type View } from "../state/view";

const MOVES = 6;

interface Props {
  view: View;
  change: Change;
  dimensions: readonly Dimension[];
  kpi: Schemas["Kpi"] | undefined;
}

/** Why revenue changed: price, volume and mix, and the parts of the business that moved most. */
export function Comparison({ view, change, dimensions, kpi }: Props) {
  const hasBase = kpi?.change_reason !== "no_base";
  const current = hasBase ? kpi?.current_range : undefined;
  const compared = kpi?.compared_range;
  const filters = filterQuery(view.filters);
  const asked = useApi(
    "/api/analytics/comparison",
    current && compared
      ? {
          current_start: current.start_date,
          current_end: current.end_date,
          previous_start: compared.start_date,
          previous_end: compared.end_date,
          ...filters,
        }
      : undefined,
  );
  const held = dimensions.filter((dimension) => !dimension.wide);
  const tables = useApis(
    "/api/query",
    current && compared
      ? held.map((dimension) => ({
          start_date: current.start_date,
          end_date: current.end_date,
          compare_start: compared.start_date,
          compare_end: compared.end_date,
          ...filters,
          metric: "revenue",
          group_by: dimension.id,
        }))
      : [],
  );
  const { data } = asked;
  const split = data?.drivers?.price_volume_mix;
  return (
    <Panel
      title="Why revenue changed"
      note={data && `${days(data.current?.time_range)} vs ${days(data.previous?.time_range)}`}
      isOld={asked.isOld}
    >
      {!kpi || (current && compared && !data && !asked.error) ? (
        <Loading rows={6} />
      ) : asked.error ? (
        <Empty>{asked.error.message}</Empty>
      ) : !split || !data.current || !data.previous ? (
        <Empty>
          {hasBase ? "Nothing to compare yet." : `The data begins after ${days(compared)}: nothing to compare with.`}
        </Empty>
      ) : (
        <>
          <Waterfall
            format="currency"
            before={{ title: "Before", value: data.previous.revenue }}
            parts={[
              { title: "Volume", value: split.volume },
              { title: "Price", value: split.price },
              { title: "Mix", value: split.mix },
              { title: "New", value: split.new_segments },
              { title: "Lost", value: split.lost_segments },
            ].filter((part) => part.value !== 0)}
            after={{ title: "Now", value: data.current.revenue }}
          />
          <h3>Biggest moves</h3>
          <ul className="moves">
            {moves(held, tables).map(({ dimension, name, now, before, moved }) => (
              <li key={`${dimension.id}:${name}`}>
                <button
                  type="button"
                  className="row"
                  aria-pressed={view.filters[dimension.id]?.includes(name) ?? false}
                  onClick={() => change(toggle(dimension.id, name))}
                >
                  <span>
                    <span className="note">{dimension.title}</span> {name}
                  </span>
                  <span className="note">
                    {exact(before, "currency")} → {exact(now, "currency")}
                  </span>
                  <span className={`change ${moved < 0 ? "bad" : "good"}`}>{difference(moved, "currency")}</span>
                </button>
              </li>
            ))}
          </ul>
          {data.notes.map((note) => (
            <p key={note} className="note">
              {note}
            </p>
          ))}
        </>
      )}
    </Panel>
  );
}

/** The parts of all dimensions whose revenue moved most. */
function moves(dimensions: readonly Dimension[], tables: readonly (Schemas["QueryResponse"] | undefined)[]) {
  return dimensions
    .flatMap((dimension, place) =>
      (tables[place]?.rows ?? []).map(([name, now, before]) => ({
        dimension,
        name: String(name),
        now: Number(now ?? 0),
        before: Number(before ?? 0),
        moved: (Math.round(Number(now ?? 0) * 100) - Math.round(Number(before ?? 0) * 100)) / 100,
      })),
    )
    .filter(({ moved }) => moved !== 0)
    .toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved))
    .slice(0, MOVES);
}
