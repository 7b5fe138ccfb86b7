import { getTranslations } from "next-intl/server";
import { Banner } from "@/ui/banner.tsx";

const DONE = ["invited", "resent", "revoked", "changed", "deactivated", "reactivated", "handedOver", "saved", "deleted", "pinCleared", "tillEnded"] as const;

/** What the form that led here has done. */
export async function DoneBanner({ done }: { done: string | string[] | undefined }) {
  const known = DONE.find((name) => name === done);
  if (known === undefined) return null;
  const t = await getTranslations("team.done");
  return <Banner tone="positive" live>{t(known)}</Banner>;
}
