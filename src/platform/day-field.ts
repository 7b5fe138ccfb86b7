import { z } from "zod";
import { isDay } from "../kernel/day.ts";

/** A calendar day "YYYY-MM-DD" that exists, from 1900 on. */
export const dayField = z.string().refine(isDay, "invalid").meta({ format: "date" });
