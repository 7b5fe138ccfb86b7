/** Everything a member may be allowed: the one list to audit. Names are noun.verb. */
export const PERMISSIONS = [
  "product.read", "product.write", "product.import", "product.cost",
  "category.write",
  "supplier.read", "supplier.write",
  "purchase.read", "purchase.write", "purchase.pay",
  "price.change",
  "label.print",
  "stock.read", "stock.negative", "stock.adjust", "stock.transfer", "stock.count", "stock.approve",
  "location.write",
  "sale.register", "sale.read", "sale.return", "sale.cancel",
  "return.unreceipted",
  "shift.read", "shift.write", "shift.expected", "shift.approve",
  "register.write",
  "customer.read", "customer.write", "customer.pay",
  "price.override", "price.below_cost",
  "credit.grant", "credit.exceed",
  "report.read",
  "settings.read", "settings.write",
  "member.read", "member.write",
  "audit.read",
  "till.share",
  "shop.own",
] as const;

export type Permission = (typeof PERMISSIONS)[number];
export type Role = "OWNER" | "ADMIN" | "STAFF";

/**
 * What no set and no pattern gives: who hands out rights holds all of them, and ownership is the owner's. ADMIN is everything but the
 * second of these.
 */
const BOUND_TO: Readonly<Partial<Record<Permission, readonly Role[]>>> = { "member.write": ["OWNER", "ADMIN"], "shop.own": ["OWNER"] };

/** The permissions that a set of STAFF may have. */
export const GRANTABLE: readonly Permission[] = PERMISSIONS.filter((name) => BOUND_TO[name] === undefined);

/**
 * What a PIN at a shared till opens: the counter, and no word of costs. What is not named here waits for a password, also what is new
 * (docs/decisions/025-pins-at-shared-tills.md).
 */
const BY_PIN: ReadonlySet<Permission> = new Set<Permission>(["product.read", "stock.read", "stock.negative", "sale.register", "sale.read", "sale.return", "sale.cancel", "return.unreceipted", "shift.read", "shift.write", "shift.approve", "customer.read", "customer.write", "customer.pay", "price.override", "price.below_cost", "credit.grant", "credit.exceed"]);

/** The part of somebody's permissions that their PIN opens. */
export function openByPin(held: ReadonlySet<Permission>): ReadonlySet<Permission> {
  return new Set([...held].filter((name) => BY_PIN.has(name)));
}

/** Limits that are amounts rather than switches, as decimal strings. */
export interface Thresholds {
  maxDiscountPercent: string;
  /** Money per refund; null is without limit. */
  maxRefund: string | null;
}

export interface PermissionSet {
  patterns: readonly string[];
  thresholds: Thresholds;
}

const NO_LIMITS: Thresholds = { maxDiscountPercent: "100", maxRefund: null };
const NO_AMOUNTS: Thresholds = { maxDiscountPercent: "0", maxRefund: "0" };

/** Ready-made sets of STAFF members; a tenant may change them (table permission_set). */
export const PERMISSION_SETS = {
  seller: { patterns: ["sale.*", "shift.read", "shift.write", "customer.*", "product.read", "stock.read", "stock.negative"], thresholds: { maxDiscountPercent: "10", maxRefund: "20000" } },
  stock_keeper: { patterns: ["product.*", "!product.cost", "category.write", "supplier.read", "stock.*", "!stock.approve", "label.*"], thresholds: NO_AMOUNTS },
  viewer: { patterns: ["product.read", "sale.read", "stock.read"], thresholds: NO_AMOUNTS },
  accountant: { patterns: ["product.read", "product.cost", "supplier.read", "purchase.read", "sale.read", "shift.read", "shift.expected", "customer.read", "stock.read", "report.read", "settings.read", "audit.read"], thresholds: NO_AMOUNTS },
} as const satisfies Readonly<Record<string, PermissionSet>>;

export type ReadyMadeSet = keyof typeof PERMISSION_SETS;

export function isReadyMadeSet(key: string): key is ReadyMadeSet {
  return Object.hasOwn(PERMISSION_SETS, key);
}

const NOTHING: PermissionSet = { patterns: [], thresholds: NO_AMOUNTS };

export interface Authority {
  role: Role;
  permissionSet: string | null;
  /** What the tenant wrote under that key; null where the ready-made set holds. */
  ownSet: { patterns: readonly string[]; thresholds: Partial<Thresholds> } | null;
  /** Patterns beyond the set; "!noun.verb" takes away. */
  patterns: readonly string[];
  thresholds: Partial<Thresholds>;
}

export interface Grants {
  permissions: ReadonlySet<Permission>;
  thresholds: Thresholds;
}

/** What a membership may do. OWNER and ADMIN have no limits; an unknown set of a STAFF member grants nothing. */
export function grantsOf(authority: Authority): Grants {
  const { role } = authority;
  const set = setOf(authority);
  const patterns = role === "STAFF" ? [...set.patterns, ...authority.patterns] : ["*"];
  const given = permissionsOf(patterns).filter((name) => BOUND_TO[name] === undefined);
  const bound = PERMISSIONS.filter((name) => BOUND_TO[name]?.includes(role));
  return {
    permissions: new Set([...given, ...bound]),
    thresholds: role === "STAFF" ? { ...NO_AMOUNTS, ...set.thresholds, ...authority.thresholds } : NO_LIMITS,
  };
}

function setOf({ permissionSet, ownSet }: Authority): PermissionSet {
  if (ownSet) return { patterns: ownSet.patterns, thresholds: { ...NO_AMOUNTS, ...ownSet.thresholds } };
  return permissionSet !== null && isReadyMadeSet(permissionSet) ? PERMISSION_SETS[permissionSet] : NOTHING;
}

/** The permissions that a list of patterns comes to. */
export function permissionsOf(patterns: readonly string[]): Permission[] {
  const taken = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const given = patterns.filter((pattern) => !pattern.startsWith("!"));
  return PERMISSIONS.filter((name) => matches(name, given) && !matches(name, taken));
}

/** Whether a text is a permission or a pattern that means at least one. */
export function isPattern(text: string): boolean {
  return PERMISSIONS.some((name) => matches(name, [text.startsWith("!") ? text.slice(1) : text]));
}

function matches(name: Permission, patterns: readonly string[]): boolean {
  const noun = name.slice(0, name.indexOf("."));
  return patterns.some((pattern) => pattern === "*" || pattern === name || pattern === `${noun}.*`);
}
