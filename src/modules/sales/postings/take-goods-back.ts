import { accept, refuse, refuseField, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { burst } from "@/platform/db/burst.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { loadSoldLines } from "../queries/load-sold-lines.ts";
import { allows, type Authority } from "../rules/approval.ts";
import { takeBack, type ReturnedLine } from "../rules/take-back.ts";
import { unreceiptedOf } from "../rules/unreceipted.ts";
import type { RegisterSaleInput } from "../schema.ts";
import { lockSales } from "./lock-sales.ts";

/** What a ticket takes back of earlier sales, under their locks, and whether it may take back what no sale is known of; asks nothing where nothing comes back. */
export async function takeGoodsBack(tx: TenantTx, ctx: Context, input: RegisterSaleInput, authority: Authority): Promise<Result<{ lines: ReturnedLine[]; saleIds: string[] }>> {
  const asked = input.lines.flatMap(({ saleLineId, quantity }, i) => (saleLineId === undefined ? [] : [{ saleLineId, quantity: quantity.slice(1), path: `lines.${i}` }]));
  const hasLoose = unreceiptedOf(input.lines).length > 0;
  if (asked.length === 0 && !hasLoose) return accept({ lines: [], saleIds: [] });
  if (!ctx.permissions.has("sale.return")) return refuse("forbidden");
  const refused = hasLoose ? refuseUnreceipted(input, authority) : null;
  if (refused || asked.length === 0) return refused ?? accept({ lines: [], saleIds: [] });
  const lineIds = asked.map(({ saleLineId }) => saleLineId);
  const [statuses, sold] = await burst([lockSales(tx, ctx, { lineIds }), loadSoldLines(tx, { lineIds })]);
  if ([...statuses.values()].includes("cancelled")) return refuse("sale_cancelled");
  const byId = new Map(sold.map((line) => [line.id, line]));
  const back = takeBack(asked.map(({ saleLineId, quantity, path }) => ({ line: byId.get(saleLineId) ?? null, quantity, path })));
  return back.ok ? accept({ lines: back.value, saleIds: [...statuses.keys()] }) : back;
}

/** Nothing but somebody's word stands behind such goods: it has to be theirs to give, and to say why. */
function refuseUnreceipted({ notes }: RegisterSaleInput, authority: Authority): Refusal | null {
  if (!notes) return refuseField("notes", "required");
  return allows(authority, "unreceipted", ({ unreceipted }) => unreceipted) ? null : refuse("return_unreceipted");
}
