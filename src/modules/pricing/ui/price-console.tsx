"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatPercent } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { instantIn } from "@/kernel/instant-in.ts";
import { fieldErrors, refusalMessage } from "@/messages/refusal-message.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { LinkButton } from "@/ui/link-button.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { openPriceRunAction } from "../actions.ts";
import type { Simulation } from "../queries/simulate-prices.ts";
import { readPlan, type TypedPlan } from "../rules/read-plan.ts";
import { PlanFields, type PlanChoices } from "./plan-fields.tsx";
import { SimulationTable } from "./simulation-table.tsx";
import { SimulationViews, type SimulationLook } from "./simulation-views.tsx";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { useSimulation } from "./use-simulation.ts";

interface PriceConsoleProps {
  tenantSlug: string;
  format: FormatStyle;
  choices: PlanChoices;
  seesCost: boolean;
  /** A supplier's list or bill, to whose changes the console keeps, or products that were ticked: their ids with dots between them. */
  from?: { kind: "importId" | "purchaseId" | "productIds"; id: string; name: string };
}

const START: SimulationLook = { order: "jump", view: "all", page: 0 };

/** Which products, how much, rounded how: what would happen stands beside it with each key, and nothing is written before it is applied. */
export function PriceConsole({ tenantSlug, format, choices, seesCost, from }: PriceConsoleProps) {
  const t = useTranslations("prices");
  const problemText = useProblemText();
  const tErrors = useTranslations("errors") as unknown as Parameters<typeof fieldErrors>[0];
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<TypedPlan>({ kind: from?.kind === "purchaseId" && seesCost ? "keep" : "percent", maxJump: "40", hold: "on", ...(from ? { [from.kind]: from.id } : {}) });
  const [except, setExcept] = useState<readonly string[]>([]);
  const [prices, setPrices] = useState<Readonly<Record<string, Decimal>>>({});
  const [look, setLook] = useState(START);
  const [runId, setRunId] = useState(() => newId());
  const { plan, wrong } = readPlan(typed, format.decimal, except, prices);
  const { simulation, problem, isCurrent, working } = useSimulation(tenantSlug, plan && { ...plan, ...look, limit: 50 });
  const { save, pending, whole } = useSave();

  const later = typed["when"] === "later";
  const at = later ? instantIn(typed["at"] ?? "", format.timeZone) : null;
  const count = simulation?.counts.change ?? 0;
  const typedCount = Object.keys(prices).length;
  const ready = plan !== null && isCurrent && problem === null && count > 0 && (!later || at !== null);
  const apply = (): void => {
    if (!ready || pending) return;
    const runAt = later ? { runAt: at!.toISOString() } : {};
    save(() => openPriceRunAction(tenantSlug, { ...plan, ...runAt, id: runId }), ({ id }) => {
      showToast({ message: t("apply.opened") });
      setRunId(newId());
      router.push(`/prices/changes/${id}`);
    });
  };
  useKeys([{ keys: "ctrl+enter", label: t("console"), run: apply, whileTyping: true }]);

  const changed = (): void => {
    if (!form.current) return;
    setTyped(Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)])));
    setLook(START);
    setRunId(newId());
  };
  const refused = problem && problem.code !== "defect" ? fieldErrors(tErrors, problem) : {};
  const errors = { ...refused, ...Object.fromEntries(wrong.map((name) => [name, refusalMessage(tErrors, { code: "not_a_number" })])) };
  const told = problem === null || Object.keys(refused).length > 0 ? null : problemText(problem);
  return (
    <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[23rem_minmax(0,1fr)] 2xl:grid-cols-[26rem_minmax(0,1fr)]">
      <form ref={form} noValidate className="flex flex-col gap-4" onChange={changed} onSubmit={(event) => { event.preventDefault(); apply(); }}>
        {from ? (
          <Banner tone="info" action={<LinkButton size="sm" href="/prices">{t("scope.widen")}</LinkButton>}>
            <input type="hidden" name={from.kind} value={from.id} />
            {from.kind === "productIds" ? t("scope.ticked", { count: Number(from.name) }) : t("scope.fromImport", { name: from.name })}
          </Banner>
        ) : null}
        <PlanFields choices={choices} format={format} errors={errors} seesCost={seesCost} isOwn={Boolean(typed["listId"])} isOfBill={from?.kind === "purchaseId"} kind={typed["kind"] ?? "percent"} />
        <div className="sticky bottom-0 grid grid-cols-2 items-start gap-3 border-t border-line bg-paper py-3 max-sm:bottom-14">
          <Select name="when" label={t("when.label")} options={[{ value: "now", label: t("when.now") }, { value: "later", label: t("when.later") }]} />
          {later ? <TextInput name="at" label={t("when.at")} hint={t("when.zone", { zone: format.timeZone.replace(/^.*\//, "").replaceAll("_", " ") })} type="datetime-local" /> : <span />}
          <div className="col-span-full"><Button type="submit" tone="primary" block kbd="Ctrl ↵" aria-disabled={!ready || undefined} aria-busy={pending || undefined}>{t(later ? "apply.schedule" : "apply.button", { count })}</Button></div>
        </div>
      </form>
      <section aria-labelledby="simulation" className="flex min-w-0 flex-col gap-3">
        <h2 id="simulation" className="wide text-md font-semibold">{t("sim.title")}</h2>
        {whole ?? told ? <Banner tone="negative" live>{whole ?? told}</Banner> : null}
        <p role="status" className="num min-h-6 text-ink-2">{working ? t("sim.working") : simulation ? <Summary simulation={simulation} format={format} /> : t("sim.hint")}</p>
        {except.length > 0 ? <p className="flex flex-wrap items-center gap-3">{t("sim.excluded", { count: except.length })}<Button size="sm" onClick={() => setExcept([])}>{t("sim.includeAgain")}</Button></p> : null}
        {typedCount > 0 ? <p className="flex flex-wrap items-center gap-3">{t("sim.typed", { count: typedCount })}<Button size="sm" onClick={() => setPrices({})}>{t("sim.asRule")}</Button></p> : null}
        {simulation ? (
          <>
            <SimulationViews counts={simulation.counts} look={look} nextPage={simulation.nextPage} seesCost={seesCost} onLook={setLook}>
              {simulation.items.length === 0 ? <p className="text-ink-2">{look.view === "all" ? t("sim.none") : t("sim.noneHere")}</p> : <SimulationTable items={simulation.items} format={format} seesCost={seesCost} onExclude={(id) => setExcept([...except, id])} onPrice={(id, price) => setPrices({ ...prices, [id]: price })} />}
            </SimulationViews>
          </>
        ) : null}
      </section>
    </div>
  );
}

function Summary({ simulation: { counts }, format }: { simulation: Simulation; format: FormatStyle }) {
  const t = useTranslations("prices.sim");
  const parts = [
    t("change", { count: counts.change }),
    ...(counts.averageJump === null ? [] : [t("average", { percent: `${counts.averageJump.startsWith("-") ? "▼" : "▲"} ${formatPercent(counts.averageJump.replace("-", ""), format)}` })]),
    ...(counts.labels > 0 ? [t("labels", { count: counts.labels })] : []),
    ...(counts.held > 0 ? [t("held", { count: counts.held })] : []),
    ...(counts.same > 0 ? [t("same", { count: counts.same })] : []),
    ...(counts.impossible > 0 ? [t("impossible", { count: counts.impossible })] : []),
  ];
  return <>{parts.join(" · ")}</>;
}
