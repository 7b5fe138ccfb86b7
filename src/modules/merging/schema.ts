import { z } from "zod";
import { isUuid } from "@/kernel/id.ts";
import { TAKEABLE } from "./rules/takeable.ts";

const uuid = z.string().refine(isUuid, "invalid").meta({ format: "uuid" });

export const mergeSchema = z.strictObject({
  id: uuid.optional(),
  survivorId: uuid,
  absorbedId: uuid,
  /** Fields of which the absorbed one's value stays; the others stay as the survivor has them. */
  take: z.array(z.enum(TAKEABLE, "not_allowed")).max(TAKEABLE.length, "too_large").default([]),
});

export const mergeIdSchema = z.strictObject({ id: uuid });

/** Two products that are not the same; `distinct` false takes that back. */
export const distinctSchema = z.strictObject({ productIds: z.tuple([uuid, uuid]), distinct: z.boolean().default(true) });

export type DistinctInput = z.output<typeof distinctSchema>;
export type MergeInput = z.output<typeof mergeSchema>;
