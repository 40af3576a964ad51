/** The words for what the API names by identifiers. */

export const RANGES: readonly (readonly [string, string])[] = [
  ["last_7_days", "Last 7 days"],
  ["last_30_days", "Last 30 days"],
  ["last_90_days", "Last 90 days"],
  ["last_12_months", "Last 12 months"],
  ["wtd", "Week to date"],
  ["mtd", "Month to date"],
  ["qtd", "Quarter to date"],
  ["ytd", "Year to date"],
  ["last_week", "Last week"],
  ["last_month", "Last month"],
  ["last_quarter", "Last quarter"],
  ["last_year", "Last year"],
  ["all", "All time"],
];

export const COMPARISONS: readonly (readonly [string, string])[] = [
  ["previous", "Preceding period"],
  ["previous_year", "Same days last year"],
  ["previous_year_weekday", "Same weekdays last year"],
];

export const GRANULARITIES: readonly (readonly [string, string])[] = [
  ["auto", "Auto"],
  ["day", "Day"],
  ["week", "Week"],
  ["month", "Month"],
  ["quarter", "Quarter"],
];

const REASONS: Record<string, string> = {
  zero_base: "was zero before",
  no_base: "no data to compare with",
  no_data: "no data in this range",
  no_orders: "no orders in this range",
  no_traffic: "no visits are recorded",
  mixed_signs: "refunds among sales",
  too_short: "too little history",
  partial_traffic: "visits are missing for some days",
  partial_base: "data begins inside the period to compare with",
  no_complete_day: "no day of the range is over yet",
};

export function reason(id: string): string {
  return REASONS[id] ?? id.replaceAll("_", " ");
}

export function title(id: string): string {
  const words = id.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
