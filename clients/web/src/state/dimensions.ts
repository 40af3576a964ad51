import type { Query, Schemas } from "../api/client";
import type { View } from "./view";

/** What the figures can be filtered and split by. */
export interface Dimension {
  id: string;
  title: string;
  names: readonly string[];
}

/** The dimensions of the model: the one place that knows where metadata lists them. */
export function dimensionsOf(metadata: Schemas["GetMetadataResponse"]): Dimension[] {
  return [
    { id: "category", title: "Category", names: metadata.categories },
    { id: "region", title: "Region", names: metadata.regions },
  ];
}

/** Filters as parameters of a request: the one place that knows how they are sent. */
export function filterQuery(filters: View["filters"], except = ""): Query {
  return Object.fromEntries(Object.entries(filters).filter(([dimension]) => dimension !== except));
}

/** The name that a point or a segment has in a dimension; empty for all. */
export function nameIn(part: { category: string; region: string }, dimension: string): string {
  return dimension === "category" ? part.category : dimension === "region" ? part.region : "";
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
