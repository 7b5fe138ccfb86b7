import { z } from "zod";

export const settingsAnswer = z.object({
  locale: z.string(),
  currency: z.string().meta({ description: "ISO 4217" }),
  timeZone: z.string().meta({ description: "IANA name" }),
  negativeStock: z.enum(["refuse", "warn", "allow"]),
});

export const shopSettingsAnswer = settingsAnswer.extend({ slug: z.string(), name: z.string() });
