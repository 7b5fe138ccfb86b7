/** Pages of the shop that stand in its menu; who may see which is the caller's business. */
export type NavItem = "pos" | "sales" | "cash" | "customers" | "products" | "stock" | "prices" | "suppliers" | "purchases" | "today" | "team" | "settings";

export interface NavEntry {
  item: NavItem;
  href: string;
  /** In the key registry. */
  keys: string;
}

export interface NavGroup {
  group: "sell" | "products" | "manage";
  entries: readonly NavEntry[];
}

export const NAV_GROUPS: readonly NavGroup[] = [
  {
    group: "sell",
    entries: [
      { item: "pos", href: "/pos", keys: "f2" },
      { item: "sales", href: "/sales", keys: "g v" },
      { item: "cash", href: "/cash", keys: "g j" },
      { item: "customers", href: "/customers", keys: "g l" },
    ],
  },
  { group: "products", entries: [{ item: "products", href: "/products", keys: "g p" }, { item: "stock", href: "/stock", keys: "g s" }, { item: "prices", href: "/prices", keys: "g r" }, { item: "purchases", href: "/purchases", keys: "g b" }, { item: "suppliers", href: "/suppliers", keys: "g o" }] },
  { group: "manage", entries: [{ item: "today", href: "/back-office", keys: "g h" }, { item: "team", href: "/team", keys: "g e" }, { item: "settings", href: "/settings", keys: "g c" }] },
];

/** The bar of a phone, most used first; what does not fit is under "more". */
const PHONE_ORDER: readonly NavItem[] = ["today", "pos", "products", "sales", "cash", "customers", "stock", "prices", "purchases", "suppliers", "team", "settings"];

export function groupsFor(items: readonly NavItem[]): readonly NavGroup[] {
  return NAV_GROUPS.map(({ group, entries }) => ({ group, entries: entries.filter(({ item }) => items.includes(item)) })).filter(({ entries }) => entries.length > 0);
}

export function entriesFor(items: readonly NavItem[]): readonly NavEntry[] {
  return groupsFor(items).flatMap(({ entries }) => entries);
}

export function phoneEntriesFor(items: readonly NavItem[]): readonly NavEntry[] {
  const entries = entriesFor(items);
  return PHONE_ORDER.flatMap((item) => entries.filter((entry) => entry.item === item));
}

/** Whether an address belongs to an entry: the page itself or one below it. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
