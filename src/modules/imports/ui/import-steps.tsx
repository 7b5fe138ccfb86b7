import { getTranslations } from "next-intl/server";
import { refusalMessage } from "@/messages/refusal-message.ts";
import { Banner } from "@/ui/banner.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import type { ImportView } from "../queries/get-import.ts";
import { ImportButton } from "./import-button.tsx";
import { RejectedDownload } from "./rejected-download.tsx";

/** Where a batch stands and what can be done with it next. */
export async function ImportSteps({ tenantSlug, view }: { tenantSlug: string; view: ImportView }) {
  const [t, tErrors] = await Promise.all([getTranslations("imports.actions"), getTranslations("errors")]);
  const { id, status, counts, failure, applied } = view;
  const waiting = counts.new + counts.changed - applied;
  const isStuck = status === "processing" || status === "applying";
  const failed = failure === null ? t("stuck") : refusalMessage(tErrors as unknown as Parameters<typeof refusalMessage>[0], { code: failure });
  const download = counts.error > 0 ? <RejectedDownload tenantSlug={tenantSlug} id={id} /> : null;
  const undo = view.canUndo ? (
    <ImportButton id="undo" kbd="U" tenantSlug={tenantSlug} path={`/imports/${id}/undo`} instead={{ code: "import_in_use", label: t("undoRest"), body: { keepUsed: true } }}>{t("undo")}</ImportButton>
  ) : null;
  return (
    <div className="flex flex-col gap-3">
      {status === "failed" || isStuck ? <Banner tone="negative">{failed}</Banner> : null}
      {status === "applied" ? (
        <Banner tone="positive" title={t("done", { count: applied })}>{counts.error > 0 ? t("left", { count: counts.error }) : null}</Banner>
      ) : null}
      {status === "undone" ? <Banner tone="info" title={t("undone")}>{counts.kept > 0 ? t("kept", { count: counts.kept }) : null}</Banner> : null}
      {status === "review" ? <p className="num text-md">{t("summary", { created: counts.new, updated: counts.changed, unchanged: counts.same, rejected: counts.error })}</p> : null}
      <div className="flex flex-wrap items-center gap-2">
        {status === "review" && waiting > 0 ? (
          <ImportButton id="apply" tone="primary" kbd="A" tenantSlug={tenantSlug} path={`/imports/${id}/apply`}>{t("apply", { count: waiting })}</ImportButton>
        ) : null}
        {status === "review" && waiting === 0 ? <p className="text-ink-2">{t("nothing")}</p> : null}
        {(status === "failed" && view.plan !== null) || status === "applying" ? <ImportButton tone="primary" tenantSlug={tenantSlug} path={`/imports/${id}/apply`}>{t("retry")}</ImportButton> : null}
        {status === "processing" ? <ImportButton tone="primary" method="PATCH" tenantSlug={tenantSlug} path={`/imports/${id}`} body={{ mapping: {} }}>{t("retry")}</ImportButton> : null}
        {status === "applied" ? <LinkButton href="/products" tone="primary">{t("products")}</LinkButton> : null}
        {download}
        {undo}
        {status === "review" ? null : <LinkButton href="/products/import">{t("another")}</LinkButton>}
      </div>
      <Shortcuts
        items={[
          ...(status === "review" && waiting > 0 ? [{ keys: "a", label: t("apply", { count: waiting }), clickId: "apply" }] : []),
          ...(download ? [{ keys: "d", label: t("download"), clickId: "download-rejected" }] : []),
          ...(undo ? [{ keys: "u", label: t("undo"), clickId: "undo" }] : []),
        ]}
      />
    </div>
  );
}
