import { useCallback, useSyncExternalStore } from "react";
import { filterText, parseFilter } from "./dimensions";

/** What is looked at. All of it is in the URL, so that a link shows the same and Back goes back. */
export interface View {
  /** A range in words, as the API takes it; empty where `start` and `end` are given. */
  range: string;
  start: string;
  end: string;
  compare: string;
  compareStart: string;
  compareEnd: string;
  /** Names by dimension; a dimension that is not there is not filtered. `-channel` is all but the names. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** Metric of chart and breakdowns; empty for the first one of the model. */
  metric: string;
  granularity: string;
  /** Days pointed out in the chart, as `START/END`. */
  show: string;
  /** The window that is open: `rows`, `import`, or none. */
  open: string;
}

export const DEFAULTS: View = {
  range: "last_30_days",
  start: "",
  end: "",
  compare: "previous",
  compareStart: "",
  compareEnd: "",
  filters: {},
  metric: "",
  granularity: "auto",
  show: "",
  open: "",
};

const NAMES = {
  range: "range",
  start: "start_date",
  end: "end_date",
  compare: "compare",
  compareStart: "compare_start",
  compareEnd: "compare_end",
  metric: "metric",
  granularity: "granularity",
  show: "show",
  open: "open",
} as const;
const FIELDS = Object.entries(NAMES) as [keyof typeof NAMES, string][];

export function read(search: string): View {
  const parameters = new URLSearchParams(search);
  const view = { ...DEFAULTS };
  for (const [field, name] of FIELDS) view[field] = parameters.get(name) ?? DEFAULTS[field];
  if (view.start || view.end) view.range = "";
  const filters: Record<string, string[]> = {};
  for (const text of parameters.getAll("filter")) {
    const [part, names] = parseFilter(text) ?? [];
    if (part && names) (filters[part] ??= []).push(...names);
  }
  return { ...view, filters };
}

export function write(view: View): string {
  const parameters = new URLSearchParams();
  for (const [field, name] of FIELDS)
    if (view[field] !== DEFAULTS[field] && view[field]) parameters.set(name, view[field]);
  for (const [part, names] of Object.entries(view.filters)) {
    for (const name of names) parameters.append("filter", filterText(part, name));
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

const CHANGED = "viewchange";

function subscribe(notify: () => void): () => void {
  addEventListener("popstate", notify);
  addEventListener(CHANGED, notify);
  return () => {
    removeEventListener("popstate", notify);
    removeEventListener(CHANGED, notify);
  };
}

let known: { search: string; view: View } | undefined;

function current(): View {
  if (known?.search !== location.search) known = { search: location.search, view: read(location.search) };
  return known.view;
}

/** Changes the view, or what is the view by then. */
export type Change = (change: Partial<View> | ((view: View) => Partial<View>)) => void;

/** The view in the URL, and what changes it (one entry of the browser's history each). */
export function useView(): [View, Change] {
  const view = useSyncExternalStore(subscribe, current);
  const change = useCallback<Change>((part) => {
    const view = current();
    const next = location.pathname + write({ ...view, ...(typeof part === "function" ? part(view) : part) });
    if (next === location.pathname + location.search) return;
    history.pushState(null, "", next);
    dispatchEvent(new Event(CHANGED));
  }, []);
  return [view, change];
}

/** A change that adds one name of a dimension to the filters, or takes it away where it is there. */
export function toggle(dimension: string, name: string): (view: View) => Partial<View> {
  return ({ filters }) => {
    const names = filters[dimension] ?? [];
    const next = names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
    const { [dimension]: _, ...others } = filters;
    return { filters: next.length > 0 ? { ...others, [dimension]: next } : others };
  };
}
