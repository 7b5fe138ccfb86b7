import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { postJob } from "@/modules/tenancy/postings/post-job.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Choices } from "../rules/import-values.ts";
import { isLongReading } from "../rules/is-long-reading.ts";
import { holdList } from "../reading/list-places.ts";
import { openList, type OpenList } from "../reading/open-list.ts";
import type { ImportSource } from "../reading/read-source.ts";

export interface OpenedImport {
  id: string;
  status: "processing";
}

/**
 * Takes in a list. It is read here once, so that a file that nobody can read is refused at once and in words (file_…); its rows are
 * judged by the job that this leaves.
 */
export async function openImport(ctx: Context, source: ImportSource, choices: Choices = {}, supplierId: string | null = null): Promise<Result<OpenedImport>> {
  const list = await openList(source);
  if (!list.ok) return list;
  const id = newId(ctx.now.getTime());
  const opened = await keepImport(ctx, source, choices, { id, supplierId, fileHash: list.value.hash }).catch((error: unknown) => closeAnd(list.value, error));
  if (opened.ok) holdList(`${ctx.tenant.id} ${id}`, list.value);
  else list.value.close();
  return opened;
}

function closeAnd(list: OpenList, error: unknown): never {
  list.close();
  throw error;
}

async function keepImport(ctx: Context, source: ImportSource, choices: Choices, { id, supplierId, fileHash }: { id: string; supplierId: string | null; fileHash: string }): Promise<Result<OpenedImport>> {
  const fileName = source.fileName.toWellFormed().replace(/\p{Cc}/gu, "").slice(-200);
  return ctx.transact(async (tx) => {
    await tx.execute(sql`
      INSERT INTO import_batch (id, supplier_id, member_id, file_name, file_hash, status, choices, created_at)
      VALUES (${id}, ${supplierId}::uuid, ${ctx.member.id}, ${fileName}, ${fileHash}, 'processing', ${JSON.stringify(choices)}::jsonb, ${ctx.now})`);
    await tx.execute(sql`INSERT INTO import_file (batch_id, kind, bytes) VALUES (${id}, ${source.kind}, ${Buffer.from(source.bytes)})`);
    await postJob(tx, ctx, { id, kind: "import.read", isLong: isLongReading(source.bytes.length) });
    await recordAudit(tx, ctx, { action: "import.open", entity: "import", entityId: id, detail: { fileName, fileHash, bytes: source.bytes.length, ...(supplierId === null ? {} : { supplierId }) } });
    return accept<OpenedImport>({ id, status: "processing" });
  });
}
