import type { Schemas } from "bi-client";
import { session } from "../client";
import { day, days } from "../format";
import { dimensionOf, isExcluded } from "../state/dimensions";
import { toggle, type Change, type View } from "../state/view";
import { title } from "../words";
import { DownloadMenu } from "./DownloadMenu";
import { FilterMenu } from "./FilterMenu";

interface Props {
  view: View;
  change: Change;
  metadata: Schemas["GetMetadataResponse"] | undefined;
  isLive: boolean;
  answered: Schemas["TimeRange"] | undefined;
  kpi: Schemas["Kpi"] | undefined;
}

/** What is looked at: range, comparison, filters. */
export function TopBar({ view, change, metadata, isLive, answered, kpi }: Props) {
  const dimensions = metadata?.dimensions ?? [];
  const signedIn = session.current;
  const isEmpty = metadata !== undefined && metadata.data_range === undefined;
  return (
    <div className="top">
      <header className="bar">
        <h1>
          <img src="./icon.svg" alt="" width="20" height="20" /> Dashboard
        </h1>
        <span className="gap" />
        {metadata?.data_range && (
          <span className="note">
            {isLive && (
              <span className="live" title="New data shows by itself, at once">
                Live
              </span>
            )}{" "}
            Data through {day(metadata.data_range.end_date)}
          </span>
        )}
        {signedIn && (
          <button type="button" className="link" onClick={() => session.signOut()}>
            Sign out{signedIn.user && ` ${signedIn.user}`}
          </button>
        )}
        {metadata?.data_range && <DownloadMenu view={view} kpi={kpi} />}
        {metadata && (
          <button type="button" className="plain" onClick={() => change({ open: "import" })}>
            Import
          </button>
        )}
      </header>
      {!isEmpty && (
        <div className="bar controls" role="group" aria-label="Range, comparison and filters">
          <RangeControl view={view} change={change} answered={answered} ranges={metadata?.ranges ?? []} />
          <CompareControl view={view} change={change} answered={answered} comparisons={metadata?.comparisons ?? []} />
          <span className="gap" />
          {dimensions.map((dimension) => (
            <FilterMenu key={dimension.id} dimension={dimension} view={view} change={change} />
          ))}
        </div>
      )}
      <Chips view={view} change={change} titles={new Map(dimensions.map((one) => [one.id, one.title]))} />
    </div>
  );
}

type Choices = readonly Schemas["Choice"][];
type Controlled = Pick<Props, "view" | "change" | "answered">;

function RangeControl({ view, change, answered, ranges }: Controlled & { ranges: Choices }) {
  const custom = () =>
    change({ range: "", start: answered?.start_date ?? "", end: answered?.end_date ?? "", show: "" });
  const isListed = ranges.some(({ id }) => id === view.range);
  return (
    <>
      <label className="select">
        <span className="hidden">Range</span>
        <select
          value={view.range || "custom"}
          onChange={(event) =>
            event.target.value === "custom"
              ? custom()
              : change({ range: event.target.value, start: "", end: "", show: "" })
          }
        >
          {!isListed && view.range && <option value={view.range}>{title(view.range)}</option>}
          {ranges.map(({ id, title: words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
          <option value="custom">Dates …</option>
        </select>
      </label>
      {view.range ? (
        <span className="note">{days(answered)}</span>
      ) : (
        <Dates what="Range" start={view.start} end={view.end} set={(start, end) => change({ start, end, show: "" })} />
      )}
    </>
  );
}

function CompareControl({ view, change, answered, comparisons }: Controlled & { comparisons: Choices }) {
  const isCustom = view.compareStart !== "";
  return (
    <>
      <label className="select">
        <span className="note">vs</span> <span className="hidden">Compare with</span>
        <select
          value={isCustom ? "custom" : view.compare}
          onChange={(event) =>
            event.target.value === "custom"
              ? change({ compareStart: answered?.start_date ?? "", compareEnd: answered?.end_date ?? "" })
              : change({ compare: event.target.value, compareStart: "", compareEnd: "" })
          }
        >
          {!comparisons.some(({ id }) => id === view.compare) && (
            <option value={view.compare}>{title(view.compare)}</option>
          )}
          {comparisons.map(({ id, title: words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
          <option value="custom">Dates …</option>
        </select>
      </label>
      {isCustom && (
        <Dates
          what="Compare"
          start={view.compareStart}
          end={view.compareEnd}
          set={(start, end) => change({ compareStart: start, compareEnd: end })}
        />
      )}
    </>
  );
}

function Dates({
  what,
  start,
  end,
  set,
}: {
  what: string;
  start: string;
  end: string;
  set: (start: string, end: string) => void;
}) {
  return (
    <span className="dates">
      <input
        type="date"
        aria-label={`${what}: first day`}
        value={start}
        max={end}
        onChange={(event) => event.target.value && set(event.target.value, end)}
      />
      <span aria-hidden="true">–</span>
      <input
        type="date"
        aria-label={`${what}: last day`}
        value={end}
        min={start}
        onChange={(event) => event.target.value && set(start, event.target.value)}
      />
    </span>
  );
}

function Chips({ view, change, titles }: { view: View; change: Change; titles: Map<string, string> }) {
  const chosen = Object.entries(view.filters);
  if (chosen.length === 0) return null;
  const words = (part: string) =>
    `${titles.get(dimensionOf(part)) ?? title(dimensionOf(part))}${isExcluded(part) ? " is not" : ""}`;
  return (
    <div className="bar chips" role="group" aria-label="Filters in force">
      {chosen.flatMap(([part, names]) =>
        names.map((name) => (
          <button
            key={`${part}:${name}`}
            type="button"
            className="chip"
            aria-label={`Remove filter ${words(part)}: ${name}`}
            onClick={() => change(toggle(part, name))}
          >
            <span className="note">{words(part)}</span> {name} <span aria-hidden="true">×</span>
          </button>
        )),
      )}
      <button type="button" className="link" onClick={() => change({ filters: {} })}>
        Clear all
      </button>
    </div>
  );
}
