import type { Dimension } from "../state/dimensions";
import { toggle, type Change, type View } from "../state/view";

const SHOWN = 100;

interface Props {
  names: readonly string[];
  dimension: Dimension;
  view: View;
  change: Change;
}

/** Names to tick. */
export function NameList({ names, dimension, view, change }: Props) {
  const chosen = view.filters[dimension.id] ?? [];
  return (
    <>
      {names.slice(0, SHOWN).map((name) => (
        <label key={name}>
          <input type="checkbox" checked={chosen.includes(name)} onChange={() => change(toggle(dimension.id, name))} />
          {name}
        </label>
      ))}
      {names.length === 0 && <p className="empty">Nothing found</p>}
      {names.length > SHOWN && <p className="empty">{names.length - SHOWN} more: search for them</p>}
    </>
  );
}
