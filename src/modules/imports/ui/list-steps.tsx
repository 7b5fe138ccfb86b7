import { getTranslations } from "next-intl/server";
import { refusalMessage } from "@/messages/refusal-message.ts";
import { Banner } from "@/ui/banner.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import type { ImportView } from "../queries/get-import.ts";
import type { ListFacts } from "../queries/list-facts.ts";
import { ImportButton } from "./import-button.tsx";
import { RejectedDownload } from "./rejected-download.tsx";

interface ListStepsProps {
  tenantSlug: string;
  view: ImportView;
  facts: ListFacts;
  mayReprice: boolean;
}

/** Where a supplier's list stands and what can be done with it next; ImportSteps does so for other lists. */
export async function ListSteps({ tenantSlug, view, facts, mayReprice }: ListStepsProps) {
  const [t, tActions, tErrors] = await Promise.all([getTranslations("imports.list"), getTranslations("imports.actions"), getTranslations("errors")]);
  const { id, status, counts, failure, applied } = view;
  const path = `/imports/${id}`;
  const waits = status === "review" && (counts.new + counts.changed > applied || facts.gone > 0);
  const failed = failure === null ? tActions("stuck") : refusalMessage(tErrors as unknown as Parameters<typeof refusalMessage>[0], { code: failure });
  const reprices = status === "applied" && facts.repriced > 0 && mayReprice;
  const undo = view.canUndo || (status === "applied" && facts.gone > 0);
  const doubts = `/products/import/${id}?view=doubts`;
  return (
    <div className="flex flex-col gap-3">
      {status === "failed" || status === "processing" || status === "applying" ? <Banner tone="negative">{failed}</Banner> : null}
      {status === "applied" ? <Banner tone="positive" title={t("done", { costs: facts.repriced })}>{counts.new > 0 ? t("proposed", { count: counts.new }) : null}</Banner> : null}
      {status === "undone" ? <Banner tone="info" title={tActions("undone")}>{counts.kept > 0 ? tActions("kept", { count: counts.kept }) : null}</Banner> : null}
      {status === "review" ? <p className="num text-md">{t("summary", { created: counts.new, updated: counts.changed, unchanged: counts.same, gone: facts.gone, rejected: counts.error })}</p> : null}
      {status === "review" && facts.doubtful > 0 ? <Banner tone="warning" title={t("waiting", { count: facts.doubtful })} action={<LinkButton id="doubts" size="sm" kbd="R" href={doubts}>{t("review")}</LinkButton>}>{t("waitingText")}</Banner> : null}
      <div className="flex flex-wrap items-center gap-2">
        {waits ? <ImportButton id="apply" tone="primary" kbd="A" tenantSlug={tenantSlug} path={`${path}/apply`}>{t("apply")}</ImportButton> : null}
        {status === "review" && !waits ? <p className="text-ink-2">{t("nothing")}</p> : null}
        {(status === "failed" && view.plan !== null) || status === "applying" ? <ImportButton tone="primary" tenantSlug={tenantSlug} path={`${path}/apply`}>{tActions("retry")}</ImportButton> : null}
        {status === "processing" ? <ImportButton tone="primary" method="PATCH" tenantSlug={tenantSlug} path={path} body={{ mapping: {} }}>{tActions("retry")}</ImportButton> : null}
        {reprices ? <LinkButton id="reprice" tone="primary" kbd="P" href={`/prices?importId=${id}`}>{t("reprice")}</LinkButton> : null}
        {status === "applied" && counts.new > 0 ? <LinkButton href="/products?view=draft">{t("drafts")}</LinkButton> : null}
        {counts.error > 0 ? <RejectedDownload tenantSlug={tenantSlug} id={id} /> : null}
        {undo ? <ImportButton id="undo" kbd="U" tenantSlug={tenantSlug} path={`${path}/undo`} instead={{ code: "import_in_use", label: tActions("undoRest"), body: { keepUsed: true } }}>{tActions("undo")}</ImportButton> : null}
        {status === "review" ? null : <LinkButton href="/products/import">{tActions("another")}</LinkButton>}
      </div>
      <Shortcuts
        items={[
          ...(status === "review" && facts.doubtful > 0 ? [{ keys: "r", label: t("review"), href: doubts }] : []),
          ...(waits ? [{ keys: "a", label: t("apply"), clickId: "apply" }] : []),
          ...(reprices ? [{ keys: "p", label: t("reprice"), clickId: "reprice" }] : []),
          ...(counts.error > 0 ? [{ keys: "d", label: tActions("download"), clickId: "download-rejected" }] : []),
          ...(undo ? [{ keys: "u", label: tActions("undo"), clickId: "undo" }] : []),
        ]}
      />
    </div>
  );
}
