import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { get, type ApiError } from "../api/client";
import { useApi } from "../api/queries";
import { filterText, type Dimension } from "../state/dimensions";
import { toggle, type Change, type View } from "../state/view";
import { NameList } from "./NameList";
import { Loading } from "./states";

const MOST = 1000; // that the API takes

interface Props {
  dimension: Dimension;
  view: View;
  change: Change;
}

/** Names of a dimension that has thousands: those with most revenue are listed, any other is written in full. */
export function NameSearch({ dimension, view, change }: Props) {
  const [search, setSearch] = useState("");
  const asked = useApi("/api/query", { range: "all", group_by: dimension.id, top: MOST });
  const adding = useMutation<string, ApiError, string>({
    mutationFn: async (name) => {
      const filter = [filterText(dimension.id, name)];
      const found = await get("/api/query", { range: "all", group_by: dimension.id, filter });
      return String(found.rows[0]?.[0] ?? name);
    },
    onSuccess: (name) => {
      setSearch("");
      change(toggle(dimension.id, name));
    },
  });
  const listed = (asked.data?.rows ?? []).map(([name]) => String(name));
  if (asked.data?.other_groups) listed.pop();
  const chosen = view.filters[dimension.id] ?? [];
  const names = [...new Set([...chosen, ...listed])];
  const wanted = search.trim().toLowerCase();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted) adding.mutate(search.trim());
      }}
    >
      <input
        type="search"
        placeholder="Search, or a whole name and Enter"
        aria-label={`Search ${dimension.title}`}
        value={search}
        onChange={(event) => {
          adding.reset();
          setSearch(event.target.value);
        }}
      />
      {(asked.error ?? adding.error) && (
        <p role="alert" className="empty">
          {(asked.error ?? adding.error)?.message}
        </p>
      )}
      {asked.data ? (
        <NameList
          names={names.filter((name) => name.toLowerCase().includes(wanted))}
          dimension={dimension}
          view={view}
          change={change}
        />
      ) : (
        !asked.error && <Loading />
      )}
    </form>
  );
}
