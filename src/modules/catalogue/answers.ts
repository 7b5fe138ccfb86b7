import { z } from "zod";
import type { KitComponentView } from "./queries/get-kit.ts";
import type { Rival } from "./queries/find-rival.ts";
import type { ProductView } from "./queries/product-view.ts";
import type { RemovedSample } from "./commands/remove-sample.ts";

// What the browser is told by this room's actions: cut-to.ts. Decimals and instants are texts.

const text = z.string();
const mayBe = text.nullable();

export const productAnswer: z.ZodType<ProductView> = z.object({
  id: text, sku: text, name: text, description: mayBe, brand: mayBe, supplierCode: mayBe, unit: text,
  barcodes: z.array(text), packs: z.array(z.object({ code: text, packSize: text, unit: mayBe })),
  categoryId: mayBe, categoryName: mayBe, mainSupplier: z.object({ id: text, name: text }).nullable().optional(), salePrice: mayBe, taxRate: text, costPrice: mayBe.optional(), costCurrency: text.optional(), homeCost: mayBe.optional(), targetMargin: mayBe.optional(),
  content: z.object({ amount: text, unit: text }).nullable(), weight: mayBe, minStock: mayBe, maxStock: mayBe, tags: z.array(text), customFields: z.record(text, text),
  variant: z.object({ familyId: text, familyName: text, values: z.array(z.object({ name: text, value: text })) }).nullable(),
  stock: z.object({ onHand: text, reserved: text, available: text }),
  isKit: z.boolean(), isActive: z.boolean(), isDraft: z.boolean(), mergedIntoId: mayBe, isSample: z.boolean(), version: z.int(), createdAt: text, updatedAt: text,
});

export const rivalAnswer: z.ZodType<Rival | null> = z.object({ product: productAnswer, change: z.object({ by: mayBe, at: text }).nullable() }).nullable();

export const changedAnswer = z.object({ changed: z.array(text) });
export const deletedAnswer = z.object({ archived: z.boolean() });
export const movedAnswer = z.object({ moved: z.int() });
export const loadedAnswer = z.object({ loaded: z.int() });
export const removedSampleAnswer: z.ZodType<RemovedSample> = z.object({ removed: z.int(), archived: z.int(), kept: z.int() });
export const barcodeAnswer = z.object({ code: text });
export const familyAnswer = z.object({ id: text, name: text });
export const placedAnswer = z.object({ id: text });

export const componentsAnswer: z.ZodType<KitComponentView[]> = z.array(
  z.object({ productId: text, sku: text, name: text, unit: text, quantity: text, salePrice: mayBe, costPrice: mayBe.optional(), available: text, isActive: z.boolean() }),
);
