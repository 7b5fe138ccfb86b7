import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Logo } from "@/ui/logo.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { describeRoutes } from "../describe-routes.ts";
import { tagOf } from "../openapi.ts";
import { RouteEntry } from "./route-entry.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("api");
  return { title: t("title") };
}

/** The API for people who write against it: the same plans that the OpenAPI document is made of. */
export default async function ApiDocsPage() {
  const [t, routes] = await Promise.all([getTranslations("api"), describeRoutes()]);
  const tags = [...Map.groupBy(routes, tagOf)];
  return (
    <main id="content">
      <PageHeader title={t("title")} actions={<Logo size={28} />} />
      <PageBody>
        <div className="flex max-w-[68ch] flex-col gap-2">
          <p>{t("intro")}</p>
          <ul className="list-disc pl-5 text-sm text-ink-2">
            {(["token", "money", "errors", "repeat"] as const).map((key) => <li key={key}>{t(key)}</li>)}
          </ul>
          <p><TextLink href="/api/v1/openapi.json" prefetch={false}>{t("document")}</TextLink></p>
        </div>
        <nav aria-label={t("sections")} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {tags.map(([tag]) => <a key={tag} href={`#${tag}`} className="underline underline-offset-2">{tag}</a>)}
        </nav>
        {tags.map(([tag, listed]) => (
          <section key={tag} id={tag} aria-labelledby={`${tag}-title`} className="flex flex-col">
            <h2 id={`${tag}-title`} className="wide border-b border-ink pb-1 text-md font-semibold" lang="en">{tag}</h2>
            {listed.map((route) => <RouteEntry key={`${route.method} ${route.path}`} route={route} />)}
          </section>
        ))}
      </PageBody>
    </main>
  );
}
