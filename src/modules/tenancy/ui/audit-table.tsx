import { useTranslations } from "next-intl";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import type { AuditView } from "../queries/list-audit.ts";
import { listChanges } from "../rules/list-changes.ts";
import { tellFigure } from "../rules/tell-figure.ts";

interface AuditTableProps {
  entries: readonly AuditView[];
  format: FormatStyle;
  caption: string;
}

/** What happened, in words where there are some: the code of an action that has none yet says it too. */
export function AuditTable({ entries, format, caption }: AuditTableProps) {
  const t = useTranslations("audit");
  const actionName = (action: string) => {
    const key = `actions.${action}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : action;
  };
  /** Who does it when no member does. */
  const authorName = (action: string) => {
    const key = `authors.${action}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : t("machine");
  };
  const columns: Column<AuditView>[] = [
    { key: "action", header: t("columns.action"), cell: ({ action }) => actionName(action) },
    { key: "at", header: t("columns.at"), phone: "value", width: "10rem", cell: ({ at }) => <span className="num">{formatDateTime(at, format)}</span> },
    { key: "who", header: t("columns.who"), phone: "detail", cell: ({ action, memberName, address }) => <>{memberName ?? authorName(action)}{address ? <span className="block text-xs text-ink-3">{address}</span> : null}</> },
    { key: "detail", header: t("columns.detail"), phone: "below", cell: ({ detail }) => <Changes detail={detail} format={format} /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={entries} rowKey={({ id }) => id} />;
}

const SHOWN = 6;

function Changes({ detail, format }: { detail: AuditView["detail"]; format: FormatStyle }) {
  const t = useTranslations("audit");
  const team = useTranslations("team");
  // Roles and ready-made sets have words; a text that a person wrote is its own.
  const valueName = (field: string, value: string) => {
    const known = `values.${value}` as Parameters<typeof t>[0];
    // Codes only: a dot in a text would be looked up as a way into the catalogue.
    if (/^[a-z_]+$/.test(value) && t.has(known)) return t(known);
    const key = (field === "role" ? `standing.${value}` : field === "permissionSet" ? `sets.${value}` : "") as Parameters<typeof team>[0];
    if (key !== ("" as typeof key) && team.has(key)) return team(key);
    return tellFigure(field, value, format) ?? value;
  };
  const fieldName = (field: string) => {
    const key = `fields.${field}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : field;
  };
  const changes = listChanges(detail, { field: (name) => fieldName(name).toLowerCase(), value: (text, field) => valueName(field, text) });
  return (
    <ul className="flex flex-col text-sm">
      {changes.slice(0, SHOWN).map(({ field, before, after }) => (
        <li key={field} className="break-words">
          <span className="text-ink-3">{fieldName(field)}:</span> {before === undefined ? null : <><s className="text-ink-3">{short(before)}</s> → </>}{after !== undefined ? short(after) : before === undefined ? t("changed") : "—"}
        </li>
      ))}
      {changes.length > SHOWN ? <li className="text-ink-3">{t("more", { count: changes.length - SHOWN })}</li> : null}
    </ul>
  );
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
