import { useTranslations } from "next-intl";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { endSessionsAction } from "../actions.ts";
import type { SessionView } from "../queries/list-sessions.ts";
import { placeOfAddress } from "../rules/place-of-address.ts";
import { nameDevice } from "../rules/name-device.ts";

interface SessionListProps {
  sessions: readonly SessionView[];
  currentId: string;
  format: FormatStyle;
}

/** The person's browsers, each with the way to end it. */
export function SessionList({ sessions, currentId, format }: SessionListProps) {
  const t = useTranslations("account");
  const tills = useTranslations("tills");
  const common = useTranslations("common");
  const end = (which: string, label: string) => (
    <ActionForm action={endSessionsAction} hidden={{ which }} errorsTitle={common("formErrors")} inline>
      <SubmitButton tone="secondary" size="sm" pendingLabel={t("working")}>{label}</SubmitButton>
    </ActionForm>
  );
  const columns: Column<SessionView>[] = [
    { key: "device", header: t("columns.device"), cell: ({ id, agent, byPin }) => <>{nameDevice(agent) ?? t("unknownDevice")} {byPin ? <Badge tone="info">{tills("byPin")}</Badge> : null} {id === currentId ? <Badge tone="positive">{t("thisOne")}</Badge> : null}</> },
    { key: "shop", header: t("columns.shop"), cell: ({ shop }) => shop },
    { key: "address", header: t("columns.address"), cell: ({ address }) => <Place address={address} /> },
    { key: "since", header: t("columns.since"), cell: ({ createdAt }) => formatDateTime(createdAt, format) },
    { key: "seen", header: t("columns.lastSeen"), phone: "detail", cell: ({ lastSeenAt }) => formatDateTime(lastSeenAt, format) },
    { key: "end", header: t("columns.end"), phone: "value", cell: ({ id }) => (id === currentId ? null : end(id, t("end"))) },
  ];
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{t("devices")}</h2>
      <p className="text-sm text-ink-3">{t("limits")}</p>
      <DataTable caption={t("devices")} columns={columns} rows={sessions} rowKey={({ id }) => id} />
      {sessions.length > 1 ? <div>{end("others", t("endOthers"))}</div> : null}
    </section>
  );
}

function Place({ address }: { address: string | null }) {
  const t = useTranslations("account.places");
  if (address === null) return "—";
  const place = placeOfAddress(address);
  return <>{place === null ? null : <span>{t(place)} · </span>}<span className="num">{address}</span></>;
}
