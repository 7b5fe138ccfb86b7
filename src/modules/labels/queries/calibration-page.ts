import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { calibrationFile } from "../pdf/calibration-file.ts";
import { formatOf, type FormatKey } from "../rules/formats.ts";
import type { PaperFile } from "./batch-file.ts";
import { loadCalibration } from "./load-calibration.ts";
import { paperWords } from "./paper-words.ts";

/** The page on which a person measures how far the printer is off, with what was set so far. */
export async function calibrationPage(ctx: Pick<Context, "db">, format: FormatKey): Promise<PaperFile> {
  const [shop, calibration] = await Promise.all([getShop(ctx), loadCalibration(ctx, formatOf(format).medium)]);
  const words = await paperWords(shop);
  return { name: `${words.calibration.title} ${format}.pdf`, stream: calibrationFile(format, calibration, words.calibration) };
}
