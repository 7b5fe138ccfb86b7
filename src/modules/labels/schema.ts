import { z } from "zod";
import { isUuid } from "@/kernel/id.ts";
import { MEDIA } from "./rules/calibration.ts";
import { FORMAT_KEYS, type FormatKey } from "./rules/formats.ts";

const uuid = z.string().refine(isUuid, "invalid");

/** Labels in one file: a box of sheets, and what a printer takes at once. */
export const MOST_LABELS = 5_000;
export const MOST_COPIES = 200;

const choice = z.union([
  /** Their price is another one than on their last label. */
  z.strictObject({ kind: z.literal("outdated") }),
  /** None was printed yet. */
  z.strictObject({ kind: z.literal("unlabelled") }),
  z.strictObject({ kind: z.literal("all") }),
  /** With everything below it. */
  z.strictObject({ kind: z.literal("category"), categoryId: uuid }),
  z.strictObject({ kind: z.literal("products"), productIds: z.array(uuid).min(1, "required").max(200, "too_large") }),
  /** What a run of prices changed. */
  z.strictObject({ kind: z.literal("run"), runId: uuid }),
]);
export type LabelChoice = z.output<typeof choice>;

const format = z.enum(FORMAT_KEYS as [FormatKey, ...FormatKey[]], "not_allowed");

const layout = z.strictObject({
  format,
  start: z.int().min(1, "too_small").max(1_000, "too_large"),
  symbol: z.enum(["bars", "qr", "none"], "not_allowed"),
  perMeasure: z.boolean(),
  withoutTax: z.boolean(),
  code: z.boolean(),
  date: z.boolean(),
});

const copies = z.int().min(0, "too_small").max(MOST_COPIES, "too_large");

export const openBatchSchema = z.strictObject({
  id: uuid,
  listId: uuid,
  choice,
  layout,
  /** Of each product, but for those that `copiesOf` names. 0 leaves a product out. */
  copies,
  copiesOf: z.record(uuid, copies).refine((named) => Object.keys(named).length <= 1_000, "too_large"),
});
const { choice: anyChoice, copies: anyCopies, copiesOf } = openBatchSchema.shape;

/** POST /back-office/labels. */
export const makeLabelsSchema = z.strictObject({ id: uuid.optional(), listId: uuid.optional(), choice: anyChoice, layout: layout.partial().optional(), copies: anyCopies.default(1), copiesOf: copiesOf.default({}) });
export type MakeLabelsInput = z.output<typeof makeLabelsSchema>;

export type OpenBatchInput = z.output<typeof openBatchSchema>;

export const previewSchema = z.strictObject({ listId: uuid, productId: uuid, layout });
export type PreviewInput = z.output<typeof previewSchema>;

export const batchIdSchema = z.strictObject({ id: uuid });

const typed = z.string().trim().max(12, "too_long");

/** As a person writes it: millimetres and percent, with the shop's decimal sign. */
export const calibrationForm = z.strictObject({ medium: z.enum(MEDIA, "not_allowed"), offsetX: typed, offsetY: typed, scale: typed });
export type CalibrationForm = z.output<typeof calibrationForm>;

export const calibrationQuery = z.strictObject({ format });
