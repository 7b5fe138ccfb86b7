/** Everything a member may be allowed: the one list to audit. Names are noun.verb. */
export const PERMISSIONS = [
  "product.read", "product.write", "product.import", "product.cost",
  "category.write",
  "stock.read",
  "sale.register", "sale.read", "price.override",
  "report.read",
  "settings.read", "settings.write",
] as const;

export type Permission = (typeof PERMISSIONS)[number];
export type Role = "OWNER" | "ADMIN" | "STAFF";

/** Limits that are amounts rather than switches. Percentages as decimal strings. */
export interface Thresholds {
  maxDiscountPercent: string;
}

interface PermissionSet {
  patterns: readonly string[];
  thresholds: Thresholds;
}

/** Ready-made sets of STAFF members. */
export const PERMISSION_SETS: Readonly<Record<string, PermissionSet>> = {
  seller: { patterns: ["sale.*", "product.read", "stock.read"], thresholds: { maxDiscountPercent: "10" } },
  stock_keeper: { patterns: ["product.*", "!product.cost", "category.write", "stock.read"], thresholds: { maxDiscountPercent: "0" } },
  viewer: { patterns: ["product.read", "sale.read", "stock.read"], thresholds: { maxDiscountPercent: "0" } },
  accountant: {
    patterns: ["product.read", "product.cost", "sale.read", "stock.read", "report.read", "settings.read"],
    thresholds: { maxDiscountPercent: "0" },
  },
};

const EVERYTHING: PermissionSet = { patterns: ["*"], thresholds: { maxDiscountPercent: "100" } };
const NOTHING: PermissionSet = { patterns: [], thresholds: { maxDiscountPercent: "0" } };

export interface Authority {
  role: Role;
  permissionSet: string | null;
  /** Patterns beyond the set; "!noun.verb" takes away. */
  patterns: readonly string[];
  thresholds: Partial<Thresholds>;
}

export interface Grants {
  permissions: ReadonlySet<Permission>;
  thresholds: Thresholds;
}

/** What a membership may do. OWNER and ADMIN hold everything; an unknown set of a STAFF member grants nothing. */
export function grantsOf(authority: Authority): Grants {
  const set = authority.role === "STAFF" ? (PERMISSION_SETS[authority.permissionSet ?? ""] ?? NOTHING) : EVERYTHING;
  const patterns = authority.role === "STAFF" ? [...set.patterns, ...authority.patterns] : set.patterns;
  const taken = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const given = patterns.filter((pattern) => !pattern.startsWith("!"));
  return {
    permissions: new Set(PERMISSIONS.filter((name) => matches(name, given) && !matches(name, taken))),
    thresholds: authority.role === "STAFF" ? { ...set.thresholds, ...authority.thresholds } : set.thresholds,
  };
}

function matches(name: Permission, patterns: readonly string[]): boolean {
  const noun = name.slice(0, name.indexOf("."));
  return patterns.some((pattern) => pattern === "*" || pattern === name || pattern === `${noun}.*`);
}
