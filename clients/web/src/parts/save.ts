import type { Query } from "bi-client";
import { bi } from "../client";

/** Has a file of the API among the browser's downloads. */
export async function save(path: string, query: Query = {}): Promise<void> {
  const { name, contents } = await bi.download(path, query);
  const url = URL.createObjectURL(contents);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
