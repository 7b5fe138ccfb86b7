import { getTranslations } from "next-intl/server";
import { Badge } from "@/ui/badge.tsx";
import type { DescribedRoute } from "../describe-routes.ts";
import { membersOf, type Member } from "./members-of.ts";

/** One operation: its address and purpose at a glance, its members behind a native disclosure. */
export async function RouteEntry({ route }: { route: DescribedRoute }) {
  const t = await getTranslations("api");
  const { path, method, permission, isPublic, plan } = route;
  const status = plan.status ?? 200;
  return (
    <details className="border-b border-line">
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
        <span className="w-14 text-xs font-semibold text-ink-2">{method}</span>
        <code className="text-sm break-all">{path}</code>
        <span lang="en" className="text-sm text-ink-2">{plan.summary}</span>
        <span className="ml-auto"><Badge>{isPublic ? t("anyone") : (permission ?? t("member"))}</Badge></span>
      </summary>
      <div className="flex flex-col gap-4 pb-4 pl-2 sm:pl-17" lang="en">
        <Members title={t("query")} required={t("required")} members={membersOf(plan.query, "input")} />
        <Members title={t("body")} required={t("required")} members={membersOf(plan.body, "input")} />
        {status === 204 ? <p className="text-sm">{status} · {t("empty")}</p> : <Members title={`${t("answer")} ${status}`} required="" members={membersOf(plan.answer, "output")} />}
        {plan.refusals ? <p className="text-sm"><span className="label">{t("refusals")}</span> <code>{plan.refusals.join(", ")}</code></p> : null}
      </div>
    </details>
  );
}

/** `required` is the mark of members that must be there; empty where that says nothing, as in answers. */
function Members({ title, required, members }: { title: string; required: string; members: readonly Member[] }) {
  if (members.length === 0) return null;
  return (
    <div className="overflow-x-auto">
      <p className="label">{title}</p>
      <table className="text-sm">
        <tbody>
          {members.map((member) => (
            <tr key={member.path} className="align-baseline">
              <th scope="row" className="py-0.5 pr-4 text-left font-normal"><code>{member.path}</code></th>
              <td className="py-0.5 pr-4 text-ink-2">{member.type}</td>
              <td className="py-0.5 text-ink-2">{[member.isRequired ? required : "", member.note].filter(Boolean).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
