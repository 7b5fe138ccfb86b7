import { isUuid } from "@/kernel/id.ts";
import type { LabelChoice } from "../schema.ts";

/** What the page of labels is about, as it stands in its address. */
export interface LabelAddress {
  /** Null: the base list. */
  listId: string | null;
  /** Null: a category is to be chosen, and none is yet. */
  choice: LabelChoice | null;
  kind: LabelChoice["kind"];
}

type Search = Readonly<Record<string, string | string[] | undefined>>;

const MOST_PRODUCTS = 200;

/** An address as it came; whatever it does not say, or says wrong, is "what changed since printed". */
export function readLabelAddress(search: Search): LabelAddress {
  const text = (name: string): string => (typeof search[name] === "string" ? search[name] : "");
  const list = text("list");
  const listId = isUuid(list) ? list : null;
  const of = (choice: LabelChoice): LabelAddress => ({ listId, choice, kind: choice.kind });
  const productIds = text("products").split(".").filter(isUuid).slice(0, MOST_PRODUCTS);
  if (productIds.length > 0) return of({ kind: "products", productIds });
  if (isUuid(text("run"))) return of({ kind: "run", runId: text("run") });
  if (isUuid(text("category"))) return of({ kind: "category", categoryId: text("category") });
  const kind = text("of");
  if (kind === "category") return { listId, choice: null, kind };
  return of({ kind: kind === "unlabelled" || kind === "all" ? kind : "outdated" });
}

export function labelHref({ listId, choice, kind }: LabelAddress): string {
  const search = new URLSearchParams();
  if (choice === null) search.set("of", kind);
  else if (choice.kind === "products") search.set("products", choice.productIds.join("."));
  else if (choice.kind === "run") search.set("run", choice.runId);
  else if (choice.kind === "category") search.set("category", choice.categoryId);
  else if (choice.kind !== "outdated") search.set("of", choice.kind);
  if (listId !== null) search.set("list", listId);
  return search.size === 0 ? "/labels" : `/labels?${search}`;
}
