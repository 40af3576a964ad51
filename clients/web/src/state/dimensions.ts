import type { Query, Schemas } from "bi-client";
import type { View } from "./view";

/** What the figures can be filtered and split by, as the model of the server declares it. */
export type Dimension = Schemas["DimensionInfo"];

/** Filters as parameters of a request. `except` leaves out those of one dimension, such as the one that is split by. */
export function filterQuery(filters: View["filters"], except = ""): Query {
  return {
    filter: Object.entries(filters)
      .filter(([part]) => dimensionOf(part) !== except)
      .flatMap(([part, names]) => names.map((name) => filterText(part, name))),
  };
}

/** One filter as the API writes it: `channel:Online`, names with a comma in quotes. */
export function filterText(part: string, name: string): string {
  return `${part}:${/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name}`;
}

/** The dimension of a filter, and its names. The dimension begins with `-` where all but the names are meant. */
export function parseFilter(text: string): [string, string[]] | undefined {
  const colon = text.indexOf(":");
  if (colon < 1) return undefined;
  const names = [...text.slice(colon + 1).matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]+))/g)];
  return [
    text.slice(0, colon).trim(),
    names.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.trim() ?? "").filter(Boolean),
  ];
}

export function isExcluded(part: string): boolean {
  return part.startsWith("-");
}

export function dimensionOf(part: string): string {
  return isExcluded(part) ? part.slice(1) : part;
}

/** A part of the business in words; empty for all of it. */
export function segmentText(segment: Schemas["Segment"] | undefined): string {
  if (!segment) return "";
  return [segment.category, segment.region, ...Object.values(segment.dimensions)].filter(Boolean).join(" · ");
}

/** The range of a view as parameters of a request. */
export function rangeQuery(view: View): Query {
  return view.range ? { range: view.range } : { start_date: view.start, end_date: view.end };
}

/** What a view compares with, as parameters of a request. */
export function compareQuery(view: View): Query {
  return view.compareStart && view.compareEnd
    ? { compare_start: view.compareStart, compare_end: view.compareEnd }
    : { compare: view.compare };
}

/** What the key figures and the chart of a view are asked with. */
export function dashboardQuery(view: View): Query {
  return {
    ...rangeQuery(view),
    ...compareQuery(view),
    ...filterQuery(view.filters),
    metric: view.metric,
    granularity: view.granularity,
    group_by: "none",
  };
}
