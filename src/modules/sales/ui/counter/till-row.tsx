"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Button } from "@/ui/button.tsx";
import { isCode, readPrice } from "../../rules/parse-entry.ts";
import { notifyRefusal } from "./apply-action.ts";
import { may, notify } from "./counter-core.ts";
import { FIELD } from "./field-look.ts";
import { insertDecimal } from "./insert-decimal.ts";
import { OPEN_TILL } from "./parts.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

const SAID = "shrink-0 border-t border-line bg-surface px-3 py-2 lg:px-4";

/** What is in the drawer before the first sale, asked where it is sold. It takes no focus by itself: who sells first and counts later is not held up. */
export function TillRow() {
  const t = useTranslations("pos.till");
  const counter = useCounter();
  const { format } = counter.setting;
  const closed = useCounterState((state) => state.closedTill);
  const [float, setFloat] = useState("");
  const [busy, setBusy] = useState(false);
  if (!closed) return null;
  if (closed.isGone) return <p className={`${SAID} text-warning`}>{t("gone", { name: closed.registerName })} <a href="/cash" className="font-semibold whitespace-nowrap underline">{t("choose")}</a></p>;
  if (!may(counter, "shift.write")) return <p className={`${SAID} text-ink-2`}>{t("closed", { name: closed.registerName })}</p>;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (isCode(float.trim(), { scanned: false })) return notify(counter, { kind: "notANumber" }, "warning");
    const amount = float.trim() === "" ? "0" : readPrice(float, format);
    if (typeof amount !== "string") return notifyRefusal(counter, "not_a_number");
    setBusy(true);
    await (await OPEN_TILL.load()).openTill(counter, closed.registerId, amount);
    setBusy(false);
  };
  return (
    <form aria-label={t("title")} onSubmit={(event) => void submit(event)} className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-3 py-2 lg:px-4">
      <p className="font-semibold">{t("title")} <span className="font-normal text-ink-2">{closed.registerName}</span></p>
      <label className="flex items-center gap-2">
        <span className="label">{t("float")}</span>
        <input value={float} inputMode="decimal" autoComplete="off" placeholder="0" onChange={(event) => setFloat(event.target.value)} onKeyDown={(event) => event.code === "NumpadDecimal" && insertDecimal(event, format.decimal, setFloat)} className={`${FIELD} num w-32 text-right`} />
      </label>
      <Button type="submit" tone="primary" size="sm" aria-busy={busy || undefined}>{t("open")}</Button>
    </form>
  );
}
