/** Numbers and dates as the reader's locale writes them. Dates are civil days: they mean the same in every time zone. */

export type Format = "currency" | "percentage" | "number" | "points";
export interface DateRange {
  start_date: string;
  end_date: string;
}

const locale = navigator.language;
export const NONE = "–";

let currency = "USD";
let decimals = 2;
/** The currency of all money, and how many decimals the server keeps of it: some browsers leave out those without coins. */
export function setCurrency(code: string, digits: number): void {
  currency = code || "USD";
  decimals = digits;
}

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) formatters.set(key, (found = new Intl.NumberFormat(locale, options)));
  return found;
}

function money(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return formatter({ style: "currency", currency, currencyDisplay: "narrowSymbol", ...digits, ...options });
}

/** A value in full: money with its minor units. */
export function exact(value: number | undefined, format: string): string {
  if (value === undefined) return NONE;
  if (format === "currency") return money({}).format(value);
  if (format === "percentage") return formatter({ style: "percent", maximumFractionDigits: 2 }).format(value / 100);
  if (format === "points") return points(value);
  return formatter({ maximumFractionDigits: 2 }).format(value);
}

/** A value as a headline has it: large sums of money without cents. */
export function headline(value: number | undefined, format: string): string {
  if (value !== undefined && format === "currency" && Math.abs(value) >= 1000) {
    return money({ minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(value);
  }
  return exact(value, format);
}

/** A value as an axis has it: `$1.2K`. */
export function short(value: number, format: string): string {
  const compact: Intl.NumberFormatOptions = { notation: "compact", maximumFractionDigits: 1 };
  if (format === "currency") return money({ ...compact, minimumFractionDigits: 0 }).format(value);
  if (format === "percentage") return formatter({ style: "percent", maximumFractionDigits: 1 }).format(value / 100);
  return formatter(compact).format(value);
}

/** A difference, with its sign. */
export function difference(value: number | undefined, format: string): string {
  if (value === undefined) return NONE;
  const text = headline(Math.abs(value), format);
  return value < 0 ? `−${text}` : `+${text}`;
}

/** A change in percent, or in percentage points. */
export function change(value: number | undefined, unit: string): string {
  if (value === undefined) return NONE;
  if (unit === "percentage_points") return points(value);
  const digits = Math.abs(value) >= 100 ? 0 : 1;
  return percent(value, digits, "exceptZero");
}

function points(value: number): string {
  return `${formatter({ maximumFractionDigits: 2, signDisplay: "exceptZero" }).format(value)} pp`;
}

export function share(value: number | undefined): string {
  return value === undefined ? "" : percent(value, 1);
}

/** As many digits as its neighbours have. */
function percent(value: number, digits: number, signDisplay: "auto" | "exceptZero" = "auto"): string {
  const style = { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return formatter({ ...style, signDisplay }).format(value / 100);
}

export function rows(count: number): string {
  return `${exact(count, "number")} ${count === 1 ? "row" : "rows"}`;
}

export function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function addDays(day: string, days: number): string {
  return new Date(utc(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

const DAY = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const SHORT_DAY = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
const LONG_DAY = new Intl.DateTimeFormat(locale, {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const MONTH = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
const YEAR = new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" });

export function day(date: string): string {
  return DAY.format(utc(date));
}

export function days(range: DateRange | undefined): string {
  if (!range?.start_date) return "";
  return range.start_date === range.end_date
    ? day(range.start_date)
    : DAY.formatRange(utc(range.start_date), utc(range.end_date));
}

const MOMENT = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

/** A moment of the server (UTC), by the reader's clock. */
export function moment(time: string): string {
  return MOMENT.format(new Date(time));
}

/** A step of a chart, in a tooltip. */
export function step(date: string, granularity: string): string {
  if (granularity === "day") return LONG_DAY.format(utc(date));
  if (granularity === "week") return DAY.formatRange(utc(date), utc(addDays(date, 6)));
  if (granularity === "month") return MONTH.format(utc(date));
  if (granularity === "quarter") return `Q${Math.floor(utc(date).getUTCMonth() / 3) + 1} ${YEAR.format(utc(date))}`;
  return YEAR.format(utc(date));
}

/** A step of a chart, on its axis. */
export function tick(date: string, granularity: string): string {
  if (granularity === "day" || granularity === "week") return SHORT_DAY.format(utc(date));
  return step(date, granularity);
}
