import { createStore } from "zustand/vanilla";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { NO_SALE_RULES } from "@/modules/pricing/rules/list-rules.ts";
import { applyDelta, emptyIndex } from "@/modules/sales/rules/pos-index.ts";
import type { PosProduct } from "@/modules/sales/rules/pos-product.ts";
import { SCAN_SETTINGS } from "@/modules/sales/rules/scan-detector.ts";
import type { CounterCore } from "@/modules/sales/ui/counter/counter-core.ts";
import { followLists } from "@/modules/sales/ui/counter/follow-lists.ts";
import { initialState, type CounterState } from "@/modules/sales/ui/counter/counter-state.ts";

export const posProduct = (sku: string, more: Partial<PosProduct> = {}): PosProduct => ({ id: newId(), sku, name: `Caño ${sku}`, unit: "u", salePrice: "100", taxRate: "21", barcodes: [], stock: "5", categoryId: null, rank: 0, ...more });

/** A counter without page, network or clock, with two products; `more` says what differs. */
export function counterOf(status: "loading" | "ready", more: { products?: PosProduct[]; permissions?: string[]; maxDiscountPercent?: string } = {}): CounterCore {
  const store = createStore<CounterState>(() => ({ ...initialState(newId()), catalogue: { status, size: 0, version: 0 } }));
  followLists(store);
  const index = emptyIndex();
  applyDelta(index, { full: true, products: more.products ?? ["A-1", "A-2"].map((sku) => posProduct(sku)), removed: [] });
  return {
    store,
    index,
    setting: {
      shop: { slug: "shop", name: "Shop", issuer: { name: "Shop", legalName: null, taxId: null, taxCondition: null, address: null, locale: "es-AR" }, miscTaxRate: "21", rules: NO_SALE_RULES, scaleCodes: [{ pattern: "20PPPPPWWWWWC", value: "weight", decimals: 3 }, { pattern: "21PPPPPWWWWWC", value: "price", decimals: 2 }] },
      member: { id: newId(), name: "Ana", permissions: more.permissions ?? ["price.override"], thresholds: { maxDiscountPercent: more.maxDiscountPercent ?? "100", maxRefund: null } },
      format: formatStyleOf({ locale: "es-AR", currency: "ARS", timeZone: "UTC" }),
      isShared: false, miscName: "Varios", undoReason: "Undone", placeName: "Principal",
    },
    outbox: { add: () => undefined, flush: async () => undefined, pending: () => [] },
    lost: { add: () => undefined, flush: async () => undefined },
    prints: { add: () => undefined, flush: async () => undefined },
    play: () => undefined,
    now: () => 0,
    newTicketId: newId,
    keepDraft: () => undefined,
    refreshCatalogue: async () => undefined,
    soon: (run) => run(),
    sharing: null,
    scanning: SCAN_SETTINGS,
    lastScan: null,
    early: [],
  };
}
