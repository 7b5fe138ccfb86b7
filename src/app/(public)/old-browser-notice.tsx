import { getTranslations } from "next-intl/server";
import { Banner } from "@/ui/banner.tsx";

/** Seen only where the style sheet meets a browser below the floor: it hides itself by a feature that all supported ones have. */
export async function OldBrowserNotice() {
  const t = await getTranslations("auth");
  return (
    <div className="supports-[color:color-mix(in_srgb,red,red)]:hidden">
      <Banner tone="warning">{t("oldBrowser")}</Banner>
    </div>
  );
}
