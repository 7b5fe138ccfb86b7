import type { Context } from "@/modules/tenancy/context.ts";
import { findInUse } from "./find-in-use.ts";

/** Whether documents refer to the product: then it can be archived, not deleted. */
export async function hasHistory(ctx: Pick<Context, "db">, id: string): Promise<boolean> {
  return (await findInUse(ctx.db, [id])).has(id);
}
