import { getTranslations } from "next-intl/server";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { Context } from "../context.ts";
import { listAudit } from "../queries/list-audit.ts";
import { AuditTable } from "./audit-table.tsx";

interface RecordHistoryProps {
  ctx: Context;
  entity: string;
  entityId: string;
  format: FormatStyle;
}

/** The audit trail of one record, on its own page. Nothing for who may not read it, and for what was never touched. */
export async function RecordHistory({ ctx, entity, entityId, format }: RecordHistoryProps) {
  if (!ctx.permissions.has("audit.read")) return null;
  const [{ items }, t] = await Promise.all([listAudit(ctx, { entity, entityId, limit: 50 }), getTranslations("audit")]);
  if (items.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{t("history")}</h2>
      <AuditTable entries={items} format={format} />
    </section>
  );
}
