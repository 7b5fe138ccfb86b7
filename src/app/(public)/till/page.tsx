import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { currentTill } from "@/modules/identity/till-cookie.ts";
import { PinForm } from "@/modules/team/ui/pin-form.tsx";
import { TextLink } from "@/ui/text-link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tills"))("lockTitle") };
}

/** The lock of a shared till: a PIN opens the counter. On any other device there is nothing to see here. */
export default async function TillPage() {
  const till = await currentTill();
  if (!till) redirect("/login");
  const [t, common] = await Promise.all([getTranslations("tills"), getTranslations("common")]);
  return (
    <div className="flex flex-col gap-5">
      <h1 className="wide text-xl font-bold">{t("lockTitle")}</h1>
      <p className="text-ink-2">{t("lockText", { shop: till.tenantName })}</p>
      <PinForm shop={till.tenantSlug} words={{ pin: t("pin"), enter: t("enter"), entering: t("entering"), formErrors: common("formErrors") }} />
      <p><TextLink href="/login" prefetch={false}>{t("withPassword")}</TextLink></p>
    </div>
  );
}
