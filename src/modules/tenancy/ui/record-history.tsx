import { getTranslations } from "next-intl/server";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { TextLink } from "@/ui/text-link.tsx";
import type { Context } from "../context.ts";
import { listAudit } from "../queries/list-audit.ts";
import { AuditTable } from "./audit-table.tsx";

interface RecordHistoryProps {
  ctx: Context;
  entity: string;
  /** Absent: of everything of this kind, for a page that holds them all. */
  entityId?: string;
  format: FormatStyle;
}

const SHOWN = 20;

/** The audit trail of one record, on its own page. Nothing for who may not read it, and for what was never touched; no cost for who may not see one. */
export async function RecordHistory({ ctx, entity, entityId, format }: RecordHistoryProps) {
  if (!ctx.permissions.has("audit.read")) return null;
  const record = { entity, ...(entityId === undefined ? {} : { entityId }) };
  const [{ items, nextCursor }, t] = await Promise.all([listAudit(ctx, { ...record, limit: SHOWN }), getTranslations("audit")]);
  if (items.length === 0) return null;
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-6" aria-labelledby="record-history">
      <h2 id="record-history" className="text-base font-semibold">{t("history")}</h2>
      <AuditTable entries={items} format={format} caption={t("history")} />
      {nextCursor === null ? null : <p><TextLink href={`/audit?${new URLSearchParams(record)}`}>{t("wholeHistory")}</TextLink></p>}
    </section>
  );
}
