import { z } from "zod";
import type { LabelPreview } from "./queries/preview-label.ts";

// What the browser is told by this room's actions: cut-to.ts.

export const batchAnswer = z.object({ id: z.string() });
export const printedAnswer = z.object({ products: z.int() });

const mark = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), x: z.number(), y: z.number(), size: z.number(), width: z.number(), bold: z.boolean(), text: z.string() }),
  z.object({ kind: z.literal("rects"), rects: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])) }),
]);

export const previewAnswer: z.ZodType<LabelPreview> = z.object({ width: z.number(), height: z.number(), marks: z.array(mark) });
