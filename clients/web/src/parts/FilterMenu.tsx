import { useEffect, useId, useRef, useState } from "react";
import type { Dimension } from "../state/dimensions";
import { toggled, type Change, type View } from "../state/view";

const SEARCH_FROM = 9; // names; fewer are seen at a glance
const SHOWN = 100;

/** Chooses names of one dimension; several are any of them. */
export function FilterMenu({ dimension, view, change }: { dimension: Dimension; view: View; change: Change }) {
  const [isOpen, open] = useState(false);
  const [search, setSearch] = useState("");
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

  const wanted = search.trim().toLowerCase();
  const found = dimension.names.filter((name) => name.toLowerCase().includes(wanted));
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
          {dimension.names.length >= SEARCH_FROM && (
            <input
              type="search"
              placeholder="Search"
              aria-label={`Search ${dimension.title}`}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
          {found.slice(0, SHOWN).map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={() => change({ filters: toggled(view.filters, dimension.id, name) })}
              />
              {name}
            </label>
          ))}
          {found.length === 0 && <p className="empty">Nothing found</p>}
          {found.length > SHOWN && <p className="empty">{found.length - SHOWN} more: search for them</p>}
        </fieldset>
      )}
    </div>
  );
}
