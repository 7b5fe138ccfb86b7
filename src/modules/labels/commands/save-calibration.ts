import { big } from "@/kernel/decimal.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import { accept, refuse, type FieldRefusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { sql } from "@/platform/db/sql.ts";
import { LEAST_SCALE, MOST_OFFSET, MOST_SCALE, type Calibration } from "../rules/calibration.ts";
import type { CalibrationForm } from "../schema.ts";

const LIMITS = { offsetX: [-MOST_OFFSET, MOST_OFFSET], offsetY: [-MOST_OFFSET, MOST_OFFSET], scale: [LEAST_SCALE, MOST_SCALE] } as const;

/** Keeps how far the shop's printer is off: millimetres to the right and down, percent of the size. Refuses what a printer's settings should put right. */
export async function saveCalibration(ctx: Context, { medium, ...typed }: CalibrationForm): Promise<Result<Calibration>> {
  const { decimal } = formatStyleOf(await getShop(ctx));
  const wrong: FieldRefusal[] = [];
  const read = (path: keyof Calibration): number => {
    const value = parseDecimal(typed[path], { decimal, maxFraction: 2 });
    const hundredths = value === null ? null : Number(big(value).times("100").toFixed(0));
    const [least, most] = LIMITS[path];
    if (hundredths === null) wrong.push({ path, code: "not_a_number" });
    else if (hundredths < least) wrong.push({ path, code: "too_small", params: { min: least / 100 } });
    else if (hundredths > most) wrong.push({ path, code: "too_large", params: { max: most / 100 } });
    return hundredths ?? 0;
  };
  const calibration: Calibration = { offsetX: read("offsetX"), offsetY: read("offsetY"), scale: read("scale") };
  if (wrong.length > 0) return refuse("invalid", { fields: wrong });
  return ctx.transact(async (tx) => {
    await tx.execute(sql`
      INSERT INTO label_printer (medium, offset_x, offset_y, scale, updated_at) VALUES (${medium}, ${calibration.offsetX}, ${calibration.offsetY}, ${calibration.scale}, ${ctx.now})
      ON CONFLICT (tenant_id, medium) DO UPDATE SET offset_x = excluded.offset_x, offset_y = excluded.offset_y, scale = excluded.scale, updated_at = excluded.updated_at`);
    await recordAudit(tx, ctx, { action: "label.calibrate", entity: "label_printer", entityId: null, detail: { medium, ...calibration } });
    return accept(calibration);
  });
}
