import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { visitorOf } from "@/modules/identity/visitor.ts";
import { loadReceipt } from "@/modules/sales/queries/load-receipt.ts";
import { ReceiptSlip } from "@/modules/sales/ui/receipt-slip.tsx";
import { findLink } from "@/modules/tenancy/queries/find-link.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Banner } from "@/ui/banner.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { Gone } from "../../gone.tsx";

// The address carries the token: no other site may learn it.
export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false, follow: false } };

/** A receipt as its customer sees it, without an account. Looking uses nothing up. */
export default async function PublicReceiptPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, t] = await Promise.all([params, getTranslations("receipt.public")]);
  const found = await findLink("sale", token, visitorOf(await headers()));
  const receipt = found && (await loadReceipt(found.ctx.db, found.documentId));
  if (!found || !receipt?.ok) return <Gone title={t("gone")} text={t("goneText")} href="/login" label={t("goHome")} />;
  const { sale, issuer, content } = receipt.value;
  const format = formatStyleOf(await getShop(found.ctx));
  return (
    <div className="flex flex-col gap-5">
      <h1 className="wide text-xl font-bold">{t("title", { shop: issuer.name })}</h1>
      {sale.cancellation ? <Banner tone="warning">{t("cancelled")}</Banner> : null}
      <div className="num perforated border-x border-line bg-surface px-5 py-4 text-sm">
        <ReceiptSlip content={content} issuer={issuer} format={format} isCopy={false} />
      </div>
      {sale.returns.length === 0 ? null : (
        <ul className="text-sm text-ink-2">
          {sale.returns.map(({ id, number, returnedAt, total }) => <li key={id}>{t("came", { number, date: formatDate(new Date(returnedAt), format), amount: formatMoney(total, format) })}</li>)}
        </ul>
      )}
      <div><LinkButton href={`/receipt/${token}/pdf`}>{t("download")}</LinkButton></div>
    </div>
  );
}
