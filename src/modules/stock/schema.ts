import { z } from "zod";
import { isUuid } from "@/kernel/id.ts";

const uuid = z.string().refine(isUuid, "invalid");
const instant = z.iso.datetime({ offset: true, error: "invalid" }).or(z.iso.date("invalid"));
const limit = z.coerce.number().int().min(1).max(200).default(50);

export const listMovementsSchema = z.strictObject({ productId: uuid.optional(), from: instant.optional(), to: instant.optional(), limit, cursor: uuid.optional() });
export const listLevelsSchema = z.strictObject({ productId: uuid.optional(), locationId: uuid.optional(), limit, cursor: uuid.optional() });

export type ListMovementsInput = z.output<typeof listMovementsSchema>;
export type ListLevelsInput = z.output<typeof listLevelsSchema>;
