import { z } from "zod";

/** What the browser is told of a merge: cut-to.ts. */
export const mergedAnswer = z.object({ id: z.string() });
