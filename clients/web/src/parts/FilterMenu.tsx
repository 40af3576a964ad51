import { useEffect, useId, useRef, useState } from "react";
import type { Dimension } from "../state/dimensions";
import type { Change, View } from "../state/view";
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
  const [isOpen, open] = useState(false);
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = view.filters[dimension.id] ?? [];

  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: PointerEvent) => menu.current?.contains(event.target as Node) || open(false);
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [isOpen]);

  return (
    <div
      className="menu"
      role="none"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        open(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        className={chosen.length > 0 ? "chosen" : ""}
        onClick={() => open(!isOpen)}
      >
        {dimension.title}
        {chosen.length > 0 && <span className="count">{chosen.length}</span>}
        <span className="caret" aria-hidden="true" />
      </button>
      {isOpen && (
        <fieldset id={id} className="popup">
          <legend className="hidden">{dimension.title}</legend>
          {dimension.wide || (dimension.name_count ?? 0) > dimension.names.length ? (
            <NameSearch dimension={dimension} view={view} change={change} />
          ) : (
            <Names dimension={dimension} view={view} change={change} />
          )}
        </fieldset>
      )}
    </div>
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
