import type { Readable } from "node:stream";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { labelFile } from "../pdf/label-file.ts";
import { formatOf } from "../rules/formats.ts";
import { getBatch, loadBatchRows } from "./get-batch.ts";
import { loadCalibration } from "./load-calibration.ts";
import { paperWords } from "./paper-words.ts";

export interface PaperFile {
  name: string;
  stream: Readable;
}

/** A batch as a PDF, drawn while it is read. The prices and names are those of the day when it was made. */
export async function batchFile(ctx: Pick<Context, "db">, id: string): Promise<Result<PaperFile>> {
  const batch = await getBatch(ctx.db, id);
  if (!batch) return refuse("not_found");
  const [shop, rows, calibration] = await Promise.all([getShop(ctx), loadBatchRows(ctx, id), loadCalibration(ctx, formatOf(batch.layout.format).medium)]);
  const words = await paperWords(shop);
  const stream = labelFile({ title: `${words.title} · ${shop.name}`, layout: batch.layout, calibration, at: new Date(batch.createdAt), rows, format: formatStyleOf(shop), words });
  return accept({ name: `${words.title} ${batch.createdAt.slice(0, 10)} ${id.slice(-6)}.pdf`, stream });
}
