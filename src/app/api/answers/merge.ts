import { z } from "zod";
import { productAnswer } from "./product.ts";

export const mergeAnswer = z.object({ id: z.uuid(), survivorId: z.uuid(), absorbedId: z.uuid() });
export const duplicatesAnswer = z.object({ items: z.array(z.object({ reason: z.enum(["barcode", "name", "supplierCode", "similar"]), products: z.array(productAnswer).length(2) })), nextCursor: z.string().nullable() });
export const distinctAnswer = z.object({ productIds: z.array(z.uuid()).length(2), distinct: z.boolean() });
