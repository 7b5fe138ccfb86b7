import { z } from "zod";
import { isDecimal, type Decimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import { MAX_ROWS } from "@/platform/spreadsheet/limits.ts";
import { IMPORT_FIELDS, NUMERIC_FIELDS, type Choices } from "./rules/import-values.ts";

const uuid = z.string().refine(isUuid, "invalid");
const sign = z.enum([",", "."], "not_allowed");
const column = z.union([z.int().min(0).max(16_383), z.string().trim().min(1).max(300)]);
/** In a supplier's list the cost is called the list price. */
/** A field, or one of the shop's own as "custom:<id>". */
const key = z.union([z.enum([...IMPORT_FIELDS, "listPrice"]), z.string().regex(/^custom:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)]);
const columns = z.record(key, column).transform(({ listPrice, ...named }): NonNullable<Choices["columns"]> => (listPrice === undefined ? named : { costPrice: listPrice, ...named }));
const rate: z.ZodType<Decimal> = z.string().refine((text) => isDecimal(text) && /^\d{1,2}(\.\d{1,2})?$/.test(text), "not_a_number");

const whole = z.strictObject({
  sheet: z.string().max(300).optional(),
  /** Row number as in the file, from 1; null: the list has no headings. */
  headerRow: z.int().min(1).max(MAX_ROWS).nullable().optional(),
  /** Per field its column, by place from 0 or by heading. */
  columns: columns.optional(),
  /** Whether the column's prices include VAT. */
  hasTax: z.strictObject({ salePrice: z.boolean().optional(), costPrice: z.boolean().optional() }).optional(),
  /** Decimal sign of a column whose numbers can be read in two ways. */
  decimals: z.partialRecord(z.enum(NUMERIC_FIELDS), sign).optional(),
  /** VAT percent of rows that tell none. */
  defaultTaxRate: rate.optional(),
  /** Of a supplier's list: it is not the whole one, so what it lacks is not marked as gone. */
  partial: z.boolean().optional(),
});

/** A mapping in full, or only the columns: `{ "name": "Descripción", "salePrice": 4 }`. */
export const mappingSchema = z.union([whole, columns.transform((given) => ({ columns: given }))]).transform(({ headerRow, ...rest }: z.output<typeof whole>): Choices => ({
  ...rest,
  ...(headerRow === undefined ? {} : { headerRow: headerRow === null ? null : headerRow - 1 }),
}));

const value = z.union([z.string().max(5_000, "too_long"), z.number(), z.boolean(), z.null()]);

const records = z.array(z.record(z.string().max(300), value));
const cells = z.array(z.array(value).max(1_000));

/** A list as a form brings it (file or pasted cells, the mapping as JSON) or as JSON does (rows, the mapping as it is). */
export const uploadSchema = z.strictObject({
  file: z.strictObject({ name: z.string(), bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array, "required").meta({ type: "string", format: "binary" }) }).optional(),
  paste: z.string().optional(),
  /** Records by field, or lists of cells with their headings among them. */
  rows: z.union([records, cells]).refine((rows) => rows.length > 0, "file_empty").refine((rows) => rows.length <= MAX_ROWS, "file_too_many_rows").optional(),
  name: z.string().trim().max(200, "too_long").optional(),
  supplierId: uuid.optional(),
  mapping: z.union([z.string().max(20_000, "too_long"), mappingSchema]).optional(),
});

export const applyImportSchema = z.strictObject({ mapping: mappingSchema.optional() });
export const chooseMappingSchema = z.strictObject({ mapping: mappingSchema });
/** What doubtful lines are: a product, null for none of the shop's, and without a product undecided again. */
export const decideDoubtsSchema = z.strictObject({ decisions: z.array(z.strictObject({ row: z.int().min(1), productId: uuid.nullish() })).min(1, "required").max(500, "too_large").refine((list) => new Set(list.map(({ row }) => row)).size === list.length, "conflict") });
export type DecideDoubtsInput = z.output<typeof decideDoubtsSchema>;

export const undoImportSchema = z.strictObject({
  /** Undo the rest when some products were sold or moved since. */
  keepUsed: z.boolean().default(false),
});

export const ROW_FILTERS = ["new", "changed", "same", "error", "skipped", "warning"] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

export const listRowsSchema = z.strictObject({
  verdict: z.enum(ROW_FILTERS, "not_allowed").optional(),
  limit: z.string().regex(/^\d{1,6}$/, "not_a_number").transform(Number).refine((number) => number >= 1, "too_small").transform((number) => Math.min(number, 200)).default(50),
  /** Number of the last row of the page before. */
  cursor: z.string().regex(/^\d{1,9}$/, "invalid").transform(Number).optional(),
});

/** Pages from 0. */
export const differencesSchema = z.strictObject({ page: z.string().regex(/^\d{1,4}$/, "not_a_number").transform(Number).default(0) });

export const rejectedSchema = z.strictObject({ format: z.enum(["xlsx", "csv"], "not_allowed").default("xlsx") });

export type ImportRows = NonNullable<UploadInput["rows"]>;
export type ListRowsInput = z.output<typeof listRowsSchema>;
export type UploadInput = z.output<typeof uploadSchema>;
