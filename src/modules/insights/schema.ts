import { z } from "zod";
import { dayField } from "@/platform/day-field.ts";

/** A period of the tenant's days; today where nothing is said. */
export const periodSchema = z.strictObject({ from: dayField.optional(), to: dayField.optional() });
