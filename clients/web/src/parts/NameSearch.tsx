import { useDeferredValue, useState } from "react";
import { useApi } from "../state/asking";
import type { Dimension } from "../state/dimensions";
import { toggle, type Change, type View } from "../state/view";
import { NameList } from "./NameList";
import { Loading } from "./states";

interface Props {
  dimension: Dimension;
  view: View;
  change: Change;
}

/** Names of a dimension that has thousands: the server searches them, and Enter takes the only one that is left. */
export function NameSearch({ dimension, view, change }: Props) {
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const asked = useApi("/api/metadata/dimensions/{dimension}/names", { dimension: dimension.id, search: wanted });
  const { data } = asked;
  const chosen = wanted ? [] : (view.filters[dimension.id] ?? []);
  const names = [...new Set([...chosen, ...(data?.names ?? [])])];
  const [only, another] = data?.names ?? [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (only === undefined || another !== undefined || asked.isOld) return;
        setSearch("");
        change(toggle(dimension.id, only));
      }}
    >
      <input
        type="search"
        placeholder="Search"
        aria-label={`Search ${dimension.title}`}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {asked.error ? (
        <p role="alert" className="empty">
          {asked.error.message}
        </p>
      ) : data ? (
        <NameList
          names={names}
          more={data.total_names - data.names.length}
          dimension={dimension}
          view={view}
          change={change}
        />
      ) : (
        <Loading />
      )}
    </form>
  );
}
