import { z } from "zod";
import { page } from "./fields.ts";

export const categoryAnswer = z.object({ id: z.uuid(), name: z.string(), parentId: z.uuid().nullable(), negativeStock: z.enum(["refuse", "warn", "allow"]).nullable() });
export const categoryListAnswer = page(categoryAnswer.extend({ productCount: z.int() }));
