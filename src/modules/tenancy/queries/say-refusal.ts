import { formatStyleOf } from "@/kernel/format-style.ts";
import type { Refusal } from "@/kernel/refusal.ts";
import { hasFigures, writeValues } from "@/kernel/write-values.ts";
import type { Context } from "../context.ts";
import { getShop } from "./get-shop.ts";

/** A refusal as it leaves the house: its amounts and figures as this shop writes them. Asks for the shop only where it carries any. */
export async function sayRefusal(ctx: Pick<Context, "db">, refusal: Refusal): Promise<Refusal> {
  return hasFigures(refusal) ? writeValues(refusal, formatStyleOf(await getShop(ctx))) : refusal;
}
