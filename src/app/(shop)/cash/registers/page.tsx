import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isZero } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { loadRegisterRecords } from "@/modules/sales/queries/load-register-records.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("register.write");
  return { title: (await getTranslations("cash.registers"))("title") };
}

export default async function RegistersPage() {
  const ctx = await enterPage("register.write");
  const [shop, registers, t, tCash] = await Promise.all([getShop(ctx), loadRegisterRecords(ctx.db, null), getTranslations("cash.registers"), getTranslations("cash")]);
  const format = formatStyleOf(shop);
  return (
    <>
      <PageHeader
        title={t("title")}
        back={{ href: "/cash", label: tCash("title") }}
        actions={<LinkButton href="/cash/registers/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("new")}</LinkButton>}
      />
      <PageBody>
        <Shortcuts items={[{ keys: "n", label: t("new"), href: "/cash/registers/new" }]} />
        <div>
          <DataTable
            caption={t("title")}
            rows={registers}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/cash/registers/${id}`}
            columns={[
              { key: "name", header: t("name"), cell: ({ name }) => <span className="break-words">{name}</span>, phone: "title" },
              { key: "place", header: t("place"), cell: ({ locationName }) => locationName, phone: "detail" },
              { key: "tolerance", header: t("tolerance"), cell: ({ tolerance }) => (isZero(tolerance) ? t("none") : t("upTo", { amount: formatMoney(tolerance, format) })), numeric: true, phone: "note" },
              { key: "state", header: t("state"), cell: ({ isOpen, isActive }) => (isActive ? (isOpen ? <Badge tone="positive">{t("open")}</Badge> : null) : <Badge tone="warning">{t("away")}</Badge>), phone: "value" },
            ]}
          />
          <RowKeys nextLabel={t("name")} previousLabel={t("name")} />
        </div>
      </PageBody>
    </>
  );
}
