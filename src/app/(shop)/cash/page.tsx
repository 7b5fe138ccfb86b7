import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatMoney } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { listRegisters } from "@/modules/sales/queries/list-registers.ts";
import { listShifts } from "@/modules/sales/queries/list-shifts.ts";
import { DeviceRegister } from "@/modules/sales/ui/device-register.tsx";
import { CloseTill } from "@/modules/sales/ui/close-till.tsx";
import { MoveCashDialog, OpenTillDialog } from "@/modules/sales/ui/till-dialogs.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";

const PAGE_SIZE = 30;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("shift.read");
  return { title: (await getTranslations("cash"))("title") };
}

export default async function CashPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("shift.read");
  const { cursor } = await searchParams;
  const after = isUuid(cursor) ? String(cursor) : undefined;
  const [shop, registers, shifts, t] = await Promise.all([getShop(ctx), listRegisters(ctx), listShifts(ctx, { status: "closed", limit: PAGE_SIZE, ...(after ? { cursor: after } : {}) }), getTranslations("cash")]);
  const format = formatStyleOf(shop);
  const mayWrite = ctx.permissions.has("shift.write");
  const tenantSlug = ctx.tenant.slug;
  const inUse = registers.filter(({ isActive }) => isActive);
  return (
    <ClientMessages namespaces={["cash", "approval"]}>
      <PageHeader title={t("title")} actions={ctx.permissions.has("register.write") ? <LinkButton href="/cash/registers" tone="quiet">{t("registers.title")}</LinkButton> : null} />
      <PageBody>
        <ul className="mb-10">
          {inUse.map(({ id, name, locationName, shiftId, openedAt, openedBy }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-4 border-b border-line py-4">
              <div>
                <h2 className="wide text-md font-bold">{name}</h2>
                <p className="text-sm text-ink-2">{locationName} · {openedAt ? t("openSince", { at: formatDateTime(openedAt, format), name: openedBy ?? "" }) : t("closed")}</p>
              </div>
              <div className="flex flex-wrap items-center gap-2">
                {registers.length > 1 && ctx.permissions.has("sale.register") ? <DeviceRegister tenantSlug={tenantSlug} registerId={id} name={name} /> : null}
                {shiftId ? <LinkButton href={`/cash/${shiftId}`}>{t("see")}</LinkButton> : null}
                {shiftId && mayWrite ? <MoveCashDialog tenantSlug={tenantSlug} format={format} shiftId={shiftId} /> : null}
                {shiftId && mayWrite ? <CloseTill tenantSlug={tenantSlug} format={format} shiftId={shiftId} registerName={name} /> : null}
                {!shiftId && mayWrite ? <OpenTillDialog tenantSlug={tenantSlug} format={format} registerId={id} registerName={name} /> : null}
              </div>
            </li>
          ))}
        </ul>
        <h2 className="wide mb-2 text-md font-bold">{t("past")}</h2>
        {shifts.items.length === 0 ? <p className="text-ink-2">{t("none")}</p> : (
          <DataTable
            caption={t("past")}
            rows={shifts.items}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/cash/${id}`}
            columns={[
              { key: "number", header: t("columns.number"), cell: ({ number }) => <span className="num">{t("z", { number: String(number) })}</span>, phone: "title" },
              { key: "register", header: t("columns.register"), cell: ({ registerName }) => registerName, phone: "note" },
              { key: "closed", header: t("columns.closed"), cell: ({ closedAt }) => <span className="num">{closedAt ? formatDateTime(closedAt, format) : ""}</span>, phone: "detail" },
              { key: "by", header: t("columns.by"), cell: ({ closedBy }) => closedBy },
              { key: "float", header: t("columns.float"), cell: ({ float }) => formatMoney(float, format), numeric: true, phone: "value" },
            ]}
          />
        )}
        <Pager nextHref={shifts.nextCursor === null ? undefined : `/cash?cursor=${shifts.nextCursor}`} />
      </PageBody>
    </ClientMessages>
  );
}
