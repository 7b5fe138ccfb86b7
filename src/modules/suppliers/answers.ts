import { z } from "zod";

/** What the browser is told of a saved supplier: cut-to.ts. */
export const supplierAnswer = z.object({ id: z.string(), name: z.string() });
