import { z } from "zod";

const MOST = 200;

/** Query parameter `limit`: how many rows of a page. More than 200 is 200; query parameters are text. */
export const pageLimit = z
  .string()
  .regex(/^\d{1,9}$/, "not_a_number")
  .transform(Number)
  .refine((number) => number >= 1, "too_small")
  .transform((number) => Math.min(number, MOST))
  .default(50)
  .meta({ description: `Rows of a page: 1 to ${MOST}, 50 when absent` });
