import { isUuid } from "@/kernel/id.ts";
import { IDLE_STATES, SORTS, STATES } from "../schema.ts";

/** What a page of the list shows; all of it is in the address, so that Back, reload and sharing work. */
export interface ListAddress {
  q: string;
  view: View;
  categoryId: string | null;
  brand: string | null;
  supplierId: string | null;
  /** "tag:<tag>" or "field:<id>:<value>". */
  only: string | null;
  sort: (typeof SORTS)[number];
  cursor: string | null;
}

export const VIEWS = ["all", ...STATES, ...IDLE_STATES] as const;
export type View = (typeof VIEWS)[number];

const LONGEST_QUESTION = 200;
const LONGEST_BRAND = 80;

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address leniently: what is not understood is left out, since people edit and old links stay. */
export function readListAddress(search: Search): ListAddress {
  const one = (name: string): string => {
    const value = search[name];
    return (typeof value === "string" ? value : (value?.[0] ?? "")).replace(/\p{Cc}/gu, " ");
  };
  return {
    q: one("q").slice(0, LONGEST_QUESTION),
    view: VIEWS.find((view) => view === one("view")) ?? "all",
    categoryId: isUuid(one("category")) ? one("category") : null,
    brand: one("brand").slice(0, LONGEST_BRAND).trim() || null,
    supplierId: isUuid(one("supplier")) ? one("supplier") : null,
    only: /^(tag:.{1,40}|field:[0-9a-f-]{36}:.{1,200})$/u.test(one("only")) ? one("only") : null,
    sort: SORTS.find((sort) => sort === one("sort")) ?? "name",
    cursor: /^[\w-]{1,2000}$/.test(one("cursor")) ? one("cursor") : null,
  };
}

/** The address of a list with something changed. Whatever changes, pages begin again. */
export function listHref(address: ListAddress, change: Partial<ListAddress> = {}): string {
  const { q, view, categoryId, brand, supplierId, only, sort, cursor } = { ...address, cursor: null, ...change };
  const search = new URLSearchParams({
    ...(q.trim() ? { q } : {}),
    ...(view === "all" ? {} : { view }),
    ...(categoryId ? { category: categoryId } : {}),
    ...(supplierId ? { supplier: supplierId } : {}),
    ...(brand ? { brand } : {}),
    ...(only ? { only } : {}),
    ...(sort === "name" ? {} : { sort }),
    ...(cursor ? { cursor } : {}),
  }).toString();
  return search ? `/products?${search}` : "/products";
}

/** What the list shows, as the export of the API takes it: all pages of it. */
export function exportSearch({ q, view, categoryId, brand, supplierId, only, sort }: ListAddress): string {
  return new URLSearchParams({
    ...(q.trim() ? { q } : {}),
    ...(view === "archived" ? { archived: "true" } : view === "all" ? {} : { state: view }),
    ...(categoryId ? { categoryId } : {}),
    ...(supplierId ? { supplierId } : {}),
    ...(brand ? { brand } : {}),
    ...onlyFilter(only),
    ...(sort === "name" ? {} : { sort }),
  }).toString();
}

/** What the list asks for by a tag or by a field of the shop's own. */
export function onlyFilter(only: string | null): { tag?: string; field?: string } {
  if (only === null) return {};
  return only.startsWith("tag:") ? { tag: only.slice(4) } : isUuid(only.slice(6, 42)) ? { field: only.slice(6) } : {};
}
