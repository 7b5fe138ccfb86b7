import { z } from "zod";
import { isDay } from "@/kernel/day.ts";
import { isUuid } from "@/kernel/id.ts";
import { pageLimit } from "@/platform/page-limit.ts";

const uuid = z.string().refine(isUuid, "invalid").meta({ format: "uuid" });

/** A day of the shop's calendar, or an instant; PostgreSQL knows no year 0. */
const moment = z
  .string()
  .refine((text) => isDay(text) || (z.iso.datetime({ offset: true }).safeParse(text).success && isDay(text.slice(0, 10))), "invalid")
  .meta({ description: "A day of the shop's calendar (YYYY-MM-DD, the whole of it) or an instant (RFC 3339)" });

export const listMovementsSchema = z.strictObject({ productId: uuid.optional(), from: moment.optional(), to: moment.optional(), limit: pageLimit, cursor: uuid.optional() });
export const listLevelsSchema = z.strictObject({ productId: uuid.optional(), locationId: uuid.optional(), limit: pageLimit, cursor: uuid.optional() });

export type ListMovementsInput = z.output<typeof listMovementsSchema>;
export type ListLevelsInput = z.output<typeof listLevelsSchema>;
