import { useTranslations } from "next-intl";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import type { InvitationView } from "../queries/invitation-view.ts";
import { standingName } from "./standing-name.ts";

export function InvitationTable({ invitations, format }: { invitations: readonly InvitationView[]; format: FormatStyle }) {
  const t = useTranslations("team");
  const columns: Column<InvitationView>[] = [
    { key: "name", header: t("columns.name"), cell: ({ name }) => name },
    { key: "standing", header: t("columns.standing"), phone: "value", cell: (invitation) => standingName(t, invitation) },
    { key: "email", header: t("columns.email"), phone: "detail", cell: ({ email }) => email },
    { key: "expires", header: t("columns.expires"), cell: ({ expiresAt }) => formatDateTime(expiresAt, format) },
    { key: "state", header: t("columns.state"), phone: "note", cell: ({ state }) => t(`states.${state}`) },
  ];
  return <DataTable caption={t("pending")} columns={columns} rows={invitations} rowKey={({ id }) => id} rowHref={({ id }) => `/team/invitations/${id}`} />;
}
