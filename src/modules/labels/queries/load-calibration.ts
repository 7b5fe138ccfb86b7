import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { AS_DRAWN, type Calibration, type Medium } from "../rules/calibration.ts";

/** How the shop's printer of this kind of paper is off; as drawn until somebody measured it. */
export async function loadCalibration(ctx: Pick<Context, "db">, medium: Medium): Promise<Calibration> {
  const [found] = await ctx.db.rows<Calibration>(sql`SELECT offset_x AS "offsetX", offset_y AS "offsetY", scale FROM label_printer WHERE medium = ${medium}`);
  return found ?? AS_DRAWN;
}
