import { useState } from "react";
import type { Dimension } from "../state/dimensions";
import type { Change, View } from "../state/view";
import { Menu } from "./Menu";
import { NameList } from "./NameList";
import { NameSearch } from "./NameSearch";

const SEARCH_FROM = 9; // names; fewer are seen at a glance

interface Props {
  dimension: Dimension;
  view: View;
  change: Change;
}

/** Chooses names of one dimension; several are any of them. */
export function FilterMenu({ dimension, view, change }: Props) {
  const isLong = dimension.wide || (dimension.name_count ?? 0) > dimension.names.length;
  const Choice = isLong ? NameSearch : Names;
  return (
    <Menu title={dimension.title} count={view.filters[dimension.id]?.length ?? 0}>
      <Choice dimension={dimension} view={view} change={change} />
    </Menu>
  );
}

function Names({ dimension, view, change }: Props) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  return (
    <>
      {dimension.names.length >= SEARCH_FROM && (
        <input
          type="search"
          placeholder="Search"
          aria-label={`Search ${dimension.title}`}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <NameList
        names={dimension.names.filter((name) => name.toLowerCase().includes(wanted))}
        dimension={dimension}
        view={view}
        change={change}
      />
    </>
  );
}
