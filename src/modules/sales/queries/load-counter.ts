import type { Decimal } from "@/kernel/decimal.ts";
import type { ScaleCode } from "@/kernel/scale-code.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListKind, SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import type { RoundingBand } from "@/modules/pricing/rules/round-price.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** A price list as a sale is priced by it. */
export interface SaleList {
  id: string;
  name: string;
  kind: ListKind;
  percent: Decimal | null;
  rounding: RoundingBand[];
  rules: SaleRules;
  /** That of the customer, whom nobody had to ask for it. */
  isCustomers: boolean;
}

export interface CounterFacts {
  /** The list that the sale is priced by; null: the tenant has no such list, or it is archived. */
  list: SaleList | null;
  currency: string;
  timeZone: string;
  negativeStock: "refuse" | "warn" | "allow";
  defaultTaxRate: Decimal;
  scaleCodes: ScaleCode[];
  /** Null: the tenant has no such location or customer. */
  locationId: string | null;
  location: string;
  locationIsActive: boolean;
  /** Whether the member, if one of the staff, sells there. */
  locationIsOpen: boolean;
  /** Null: none was named and the location has none, or it has no such one. */
  registerId: string | null;
  /** The one that is open at the register. */
  shiftId: string | null;
  customerId: string | null;
  /** The anonymous buyer: nobody who could owe. */
  isAnonymous: boolean;
}

interface ListColumns {
  priceListId: string;
  priceListName: string;
  hasList: boolean;
  isCustomers: boolean;
  kind: ListKind;
  percent: Decimal | null;
  rounding: RoundingBand[];
  breaks: SaleRules["breaks"];
  methods: SaleRules["methods"];
  installments: SaleRules["installments"];
  coin: Decimal | null;
}

/** What a sale needs to know of the shop: its policies, and the location, customer and price list that were named or else the default ones: of the list, the customer's while it is in use, and then the counter's. */
export async function loadCounter(tx: TenantTx, memberId: string, asked: { locationId?: string; registerId?: string; customerId?: string; priceListId?: string }): Promise<CounterFacts> {
  const [facts] = await tx.rows<Omit<CounterFacts, "list"> & ListColumns>(sql`
    SELECT s.currency, s.time_zone AS "timeZone", s.negative_stock AS "negativeStock", s.scale_codes AS "scaleCodes",
           (SELECT t.rate FROM tax_rate t WHERE t.is_default) AS "defaultTaxRate",
           l.id AS "locationId", l.name AS location, l.is_active AS "locationIsActive", location_is_open_to(l.id, ${memberId}) AS "locationIsOpen", r.id AS "registerId", (SELECT t.id FROM till_shift t WHERE t.tenant_id = r.tenant_id AND t.register_id = r.id AND t.closed_at IS NULL) AS "shiftId", c.id AS "customerId", c.is_final_consumer IS TRUE AS "isAnonymous",
           coalesce(${asked.priceListId ?? null}::uuid, o.id, s.tenant_id) AS "priceListId", coalesce(p.name, '') AS "priceListName", p.is_active IS TRUE OR coalesce(${asked.priceListId ?? null}::uuid, o.id, s.tenant_id) = s.tenant_id AS "hasList", (p.id = o.id) IS TRUE AS "isCustomers",
           coalesce(p.kind, 'base') AS kind, p.percent, coalesce(p.rounding, '[]') AS rounding, coalesce(p.breaks, '[]') AS breaks, coalesce(p.methods, '{}') AS methods, coalesce(p.installments, '[]') AS installments, s.cash_rounding AS coin
      FROM shop s
      LEFT JOIN customer c ON c.tenant_id = s.tenant_id AND CASE WHEN ${asked.customerId ?? null}::uuid IS NULL THEN c.is_final_consumer ELSE c.id = ${asked.customerId ?? null}::uuid END
      LEFT JOIN price_list o ON o.tenant_id = c.tenant_id AND o.id = c.price_list_id AND o.is_active
      LEFT JOIN price_list p ON p.tenant_id = s.tenant_id AND p.id = coalesce(${asked.priceListId ?? null}::uuid, o.id, s.tenant_id)
      LEFT JOIN location l ON l.tenant_id = s.tenant_id AND CASE WHEN ${asked.locationId ?? null}::uuid IS NULL THEN coalesce(l.id = (SELECT g.location_id FROM register g WHERE g.id = ${asked.registerId ?? null}::uuid), l.is_default) ELSE l.id = ${asked.locationId ?? null}::uuid END
      LEFT JOIN LATERAL (SELECT g.tenant_id, g.id FROM register g WHERE g.tenant_id = l.tenant_id AND g.location_id = l.id AND CASE WHEN ${asked.registerId ?? null}::uuid IS NULL THEN g.is_active ELSE g.id = ${asked.registerId ?? null}::uuid END ORDER BY g.id LIMIT 1) r ON true`);
  if (!facts) throw new Error("The tenant has no shop row");
  const { priceListId, priceListName, hasList, isCustomers, kind, percent, rounding, breaks, methods, installments, coin, ...rest } = facts;
  return { ...rest, list: hasList ? { id: priceListId, name: priceListName, kind, percent, rounding, rules: { breaks, methods, installments, coin }, isCustomers } : null };
}
