import { exact } from "../format";
import type { Dimension } from "../state/dimensions";
import { toggle, type Change, type View } from "../state/view";

const SHOWN = 100;

interface Props {
  names: readonly string[];
  /** How many there are beyond these. */
  more?: number;
  dimension: Dimension;
  view: View;
  change: Change;
}

/** Names to tick. */
export function NameList({ names, more = 0, dimension, view, change }: Props) {
  const chosen = view.filters[dimension.id] ?? [];
  const hidden = Math.max(names.length - SHOWN, 0) + more;
  return (
    <>
      {names.slice(0, SHOWN).map((name) => (
        <label key={name}>
          <input type="checkbox" checked={chosen.includes(name)} onChange={() => change(toggle(dimension.id, name))} />
          {name}
        </label>
      ))}
      {names.length === 0 && <p className="empty">Nothing found</p>}
      {hidden > 0 && <p className="empty">{exact(hidden, "number")} more: search for them</p>}
    </>
  );
}
