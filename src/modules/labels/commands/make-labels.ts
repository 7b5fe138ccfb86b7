import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { getBatch, type BatchView } from "../queries/get-batch.ts";
import { lastLayout } from "../queries/last-layout.ts";
import type { MakeLabelsInput } from "../schema.ts";
import { openBatch } from "./open-batch.ts";

/** openBatch for a program that says only what it cares about: the rest is as the shop printed last, on the base list. */
export async function makeLabels(ctx: Context, { id = newId(ctx.now.getTime()), listId = ctx.tenant.id, layout, ...rest }: MakeLabelsInput): Promise<Result<BatchView>> {
  const usual = await lastLayout(ctx, (await getShop(ctx)).currency);
  const opened = await openBatch(ctx, { ...rest, id, listId, layout: { ...usual, ...layout } });
  return opened.ok ? accept((await getBatch(ctx.db, opened.value.id))!) : opened;
}
