import { z } from "zod";
import { instant } from "./fields.ts";

export const linkAnswer = z.object({ url: z.string(), expiresAt: instant });
