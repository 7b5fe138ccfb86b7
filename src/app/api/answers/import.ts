import { z } from "zod";
import { instant, page, percent, price } from "./fields.ts";

const status = z.enum(["processing", "review", "applying", "applied", "failed", "undone"]);
const verdict = z.enum(["new", "changed", "same", "error", "skipped"]);
const reason = z.object({ code: z.string(), message: z.string() });

export const importStateAnswer = z.object({ id: z.uuid(), status });

const mapping = z.object({
  sheet: z.string(),
  headerRow: z.int().nullable().meta({ description: "Row number as in the file; null: no headings" }),
  columns: z.record(z.string(), z.int()).meta({ description: "Field → column from 0" }),
  hasTax: z.record(z.string(), z.boolean()),
  decimals: z.record(z.string(), z.enum([",", "."])),
  defaultTaxRate: z.string().nullable(),
});

export const importAnswer = importStateAnswer.extend({
  fileName: z.string(),
  supplier: z
    .object({ id: z.uuid(), doubtful: z.int(), gone: z.int(), repriced: z.int() })
    .nullable()
    .meta({ description: "Of a supplier's list: lines that wait for a decision, products that it has no more, costs that it wrote" }),
  counts: z.object({ total: z.int(), created: z.int(), updated: z.int(), unchanged: z.int(), rejected: z.int(), skipped: z.int() }),
  progress: z.object({ task: z.enum(["read", "apply", "undo"]).nullable(), done: z.int(), total: z.int() }),
  mapping: mapping.nullable().meta({ description: "Null until the file was read" }),
  questions: z.array(z.object({ code: z.string(), field: z.string(), columns: z.array(z.int()), message: z.string() })),
  warnings: z.array(z.object({ row: z.int(), code: z.string(), message: z.string() })).meta({ description: "At most 200" }),
  failure: reason.nullable(),
  applied: z.int().meta({ description: "Rows that are in the catalogue because of this import" }),
  createdAt: instant,
  appliedAt: instant.nullable(),
  undoneAt: instant.nullable(),
});

export const importListAnswer = page(importStateAnswer.extend({ fileName: z.string(), memberName: z.string(), createdAt: instant }));

export const importRowsAnswer = page(z.object({
  row: z.int().meta({ description: "As in the file, from 1" }),
  cells: z.array(z.string()),
  values: z.record(z.string(), z.string()),
  verdict,
  changes: z.record(z.string(), z.object({ from: z.string().nullable(), to: z.string() })),
  reasons: z.array(reason.extend({ severity: z.enum(["error", "warning", "note"]), field: z.string().optional() })),
  productId: z.uuid().nullable(),
  applied: z.boolean(),
}));

export const importDoubtsAnswer = z.object({
  items: z.array(z.object({
    row: z.int(),
    name: z.string().nullable(),
    code: z.string().nullable(),
    listPrice: price.nullable(),
    cost: price.nullable(),
    candidates: z.array(z.object({
      productId: z.uuid(), sku: z.string(), name: z.string(), brand: z.string().nullable(), costPrice: price.nullable(), isActive: z.boolean(),
      score: z.int().meta({ description: "0 to 100" }),
      by: z.enum(["decision", "supplierCode", "barcode", "sku", "listedName", "name"]),
    })),
    decided: z.object({ productId: z.uuid(), name: z.string() }).nullable().optional().meta({ description: "Absent while nobody has said; null: none of the shop's products" }),
  })),
});

export const importDifferencesAnswer = z.object({
  items: z.array(z.object({
    row: z.int(), productId: z.uuid(), sku: z.string(), name: z.string(), listedName: z.string().nullable(), code: z.string().nullable(),
    listFrom: price.nullable(), listTo: price.nullable(),
    jump: percent.nullable().meta({ description: "Percent of the list price, else of the cost" }),
    costFrom: price.nullable(), costTo: price.nullable(), salePrice: price.nullable(),
    margin: percent.nullable().meta({ description: "Percent of the net price that is left at the new cost" }),
    reasons: z.array(z.string()), applied: z.boolean(),
  })),
  nextPage: z.int().nullable(),
});
