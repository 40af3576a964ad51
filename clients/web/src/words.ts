/** The words for what the API names by identifiers. */

const REASONS: Record<string, string> = {
  zero_base: "was zero before",
  no_base: "no data to compare with",
  no_data: "no data in this range",
  no_orders: "no orders in this range",
  no_traffic: "no visits are recorded",
  no_customers: "no customers are recorded",
  mixed_signs: "refunds among sales",
  too_short: "too little history",
  partial_traffic: "visits are missing for some days",
  no_revenue: "no revenue in this range",
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
