"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";
import { showToast } from "@/ui/toast-store.ts";
import { findGoodsAction } from "../actions.ts";
import { readPasted, type PastedRow } from "../rules/read-pasted.ts";
import type { BillChange } from "./use-bill.ts";

const NAMED = 5;

/** Rows of a spreadsheet become lines; codes that nothing has are named, and so is why nothing came: never dropped in silence. */
export function usePaste(tenantSlug: string, format: FormatStyle, supplierId: string, dispatch: (change: BillChange) => void, needsCost = true) {
  const t = useTranslations("purchases.form");
  const problemText = useProblemText();
  const [said, setSaid] = useState<readonly string[]>([]);

  const add = async (rows: readonly PastedRow[], unread: number): Promise<void> => {
    const answer = await reach(() => findGoodsAction(tenantSlug, { supplierId: supplierId || null, codes: rows.map(({ code }) => code) }));
    if (!answer.ok) return setSaid([t("notPasted", { why: problemText(answer) })]);
    const goods = new Map(answer.value.map((found) => [found.place, found.goods]));
    const lines = rows.flatMap(({ quantity, unitCost }, place) => (goods.has(place) ? [{ goods: goods.get(place)!, quantity, unitCost }] : []));
    const missing = rows.filter((_, place) => !goods.has(place)).map(({ code }) => code);
    if (lines.length > 0) {
      dispatch({ kind: "add", lines });
      showToast({ message: t("pasted", { count: lines.length }) });
    }
    const codes = `${missing.slice(0, NAMED).join(", ")}${missing.length > NAMED ? "…" : ""}`;
    setSaid([...(missing.length > 0 ? [t("unknown", { count: missing.length, codes })] : []), ...(unread > 0 ? [t("unread", { count: unread })] : [])]);
  };
  const take = (text: string): boolean => {
    const pasted = readPasted(text, format.decimal, needsCost);
    if (!pasted) return false;
    void add(pasted.rows.slice(0, 1_000), pasted.unread);
    return true;
  };
  return { take, said };
}
