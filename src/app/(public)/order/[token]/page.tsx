import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { trimZeros, big } from "@/kernel/decimal.ts";
import { formatDate, formatDateTime } from "@/kernel/format-date.ts";
import { formatMoney, formatNumber, formatPrice, formatQuantity } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { visitorOf } from "@/modules/identity/visitor.ts";
import { answerOrderAction } from "@/modules/ordering/actions.ts";
import { getPurchaseOrder } from "@/modules/ordering/queries/get-purchase-order.ts";
import { findLink } from "@/modules/tenancy/queries/find-link.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Banner } from "@/ui/banner.tsx";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { TextField } from "@/ui/form/fields.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { Table, Td, Th } from "@/ui/table.tsx";
import { Gone } from "../../gone.tsx";

// The address carries the token: no other site may learn it.
export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false, follow: false } };

interface OrderPageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** An order as its supplier sees it, without an account. Looking uses nothing up. */
export default async function PublicOrderPage({ params, searchParams }: OrderPageProps) {
  const [{ token }, { done }, t, tColumns] = await Promise.all([params, searchParams, getTranslations("ordering.public"), getTranslations("ordering.columns")]);
  const found = await findLink("purchase_order", token, visitorOf(await headers()));
  const order = found && (await getPurchaseOrder(found.ctx.db, found.documentId))?.view;
  if (!found || !order) return <Gone title={t("gone")} text={t("goneText")} href="/login" label={t("goHome")} />;
  const shop = await getShop(found.ctx);
  const format = formatStyleOf(shop);
  const isCancelled = order.status === "cancelled";
  const packs = (quantity: string, packSize: string): string => (big(packSize).gt(1) && big(quantity).mod(packSize).eq(0) ? ` · ${big(quantity).div(packSize).toFixed(0)} × ${formatNumber(trimZeros(packSize), format)}` : "");
  return (
    <div className="flex flex-col gap-5">
      <h1 className="wide text-xl font-bold">{t("title", { number: order.number, shop: shop.name })}</h1>
      {done === "confirmed" ? <Banner tone="positive" live>{t("confirmed")}</Banner> : done === "note" ? <Banner tone="positive" live>{t("noted")}</Banner> : null}
      {isCancelled ? <Banner tone="warning">{t("cancelledNote")}</Banner> : null}
      <p className="text-ink-2">
        {t("deliverTo", { place: order.locationName })}{order.expectedOn ? `. ${t("expected", { date: formatDate(order.expectedOn, format) })}` : ""}
        {order.notes ? <span className="block pt-2 break-words text-ink">{order.notes}</span> : null}
      </p>
      <div>
        <Table caption={t("lines")}>
          <thead><tr><Th>{tColumns("product")}</Th><Th numeric>{tColumns("quantity")}</Th><Th numeric>{tColumns("unitCost")}</Th></tr></thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.productId}>
                <Td><span className="block leading-5 break-words">{line.name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{line.supplierCode ?? line.sku}{packs(line.quantity, line.packSize)}</span></Td>
                <Td numeric>{formatQuantity(line.quantity, line.unit, format)}</Td>
                <Td numeric>{line.unitCost === null ? "" : formatPrice(line.unitCost, format, { symbol: false })}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <p className="flex justify-between gap-4 font-semibold"><span>{t("total")}</span><span className="num">{formatMoney(order.total, format)}</span></p>
      <p className="text-sm text-ink-3">{t("withoutTax")}</p>
      {isCancelled ? null : (
        <div className="flex flex-col gap-6 border-t border-line pt-5">
          {order.confirmedAt ? <p>{t("confirmedOn", { date: formatDateTime(order.confirmedAt, format) })}</p> : (
            <ActionForm action={answerOrderAction} hidden={{ token, kind: "confirmed" }} errorsTitle={t("errors")}>
              <SubmitButton block size="lg" pendingLabel={t("sending")}>{t("confirm")}</SubmitButton>
            </ActionForm>
          )}
          <ActionForm action={answerOrderAction} hidden={{ token, kind: "note" }} errorsTitle={t("errors")}>
            <TextField name="note" label={t("note")} maxLength={1000} autoComplete="off" required />
            <SubmitButton block pendingLabel={t("sending")}>{t("sendNote")}</SubmitButton>
          </ActionForm>
        </div>
      )}
    </div>
  );
}
