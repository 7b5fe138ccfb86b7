import { z } from "zod";
import { isDay } from "@/kernel/day.ts";

const day = z.string().refine(isDay, "invalid").meta({ format: "date" });

/** A period of the tenant's days; today where nothing is said. */
export const periodSchema = z.strictObject({ from: day.optional(), to: day.optional() });
