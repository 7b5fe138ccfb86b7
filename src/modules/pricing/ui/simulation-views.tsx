"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import type { SimulationCounts } from "../queries/simulate-prices.ts";

export interface SimulationLook {
  order: "jump" | "margin" | "name";
  view: "all" | "jump" | "below_floor" | "below_target" | "below_cost";
  page: number;
}

interface SimulationViewsProps {
  counts: SimulationCounts;
  look: SimulationLook;
  nextPage: number | null;
  seesCost: boolean;
  onLook: (look: SimulationLook) => void;
  children: ReactNode;
}

/** Which of the simulated prices, in which order, which page: around the table. */
export function SimulationViews({ counts, look, nextPage, seesCost, onLook, children }: SimulationViewsProps) {
  const t = useTranslations("prices.sim");
  const views = [
    { view: "all" as const, label: t("all"), count: null },
    { view: "jump" as const, label: t("jumps"), count: counts.jumps },
    ...(seesCost ? [{ view: "below_floor" as const, label: t("belowFloor"), count: counts.belowFloor }, { view: "below_target" as const, label: t("belowTarget"), count: counts.belowTarget }, { view: "below_cost" as const, label: t("belowCost"), count: counts.belowCost }] : []),
  ];
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <div role="group" aria-label={t("views")} className="flex flex-wrap gap-2">
          {views.map(({ view, label, count }) => (
            <Button key={view} size="sm" tone={look.view === view ? "primary" : "secondary"} aria-pressed={look.view === view} onClick={() => onLook({ ...look, view, page: 0 })}>
              {count === null ? label : `${label} (${count})`}
            </Button>
          ))}
        </div>
        <div className="ml-auto w-40">
          <Select name="order" label={t("order")} labelHidden value={look.order} onChange={(event) => onLook({ ...look, order: event.target.value as SimulationLook["order"], page: 0 })} options={(seesCost ? (["jump", "margin", "name"] as const) : (["jump", "name"] as const)).map((order) => ({ value: order, label: `${t("order")}: ${t(order)}` }))} />
        </div>
      </div>
      {children}
      {look.page > 0 || nextPage !== null ? (
        <div className="flex gap-2">
          {look.page > 0 ? <Button size="sm" onClick={() => onLook({ ...look, page: look.page - 1 })}>{t("previous")}</Button> : null}
          {nextPage === null ? null : <Button size="sm" onClick={() => onLook({ ...look, page: nextPage })}>{t("next")}</Button>}
        </div>
      ) : null}
    </>
  );
}
