"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { normaliseBarcode } from "@/kernel/barcode.ts";
import { formatMoney, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { exampleOf, isScalePattern, readScaleCode, type ScaleCode } from "@/kernel/scale-code.ts";
import { Button } from "@/ui/button.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { TextInput } from "@/ui/text-input.tsx";

/** Reads a label by the patterns as they stand, saved or not. */
export function ScaleTrial({ scaleCodes, format }: { scaleCodes: readonly ScaleCode[]; format: FormatStyle }) {
  const t = useTranslations("settings.scales");
  const [code, setCode] = useState("");
  const sound = scaleCodes.filter(({ pattern }) => isScalePattern(pattern));
  const label = readScaleCode(normaliseBarcode(code), sound);
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-52">
          <TextInput label={t("try")} hint={t("tryHint")} name="trial" value={code} mono autoComplete="off" inputMode="numeric" maxLength={20} onChange={(event) => setCode(event.target.value)} onKeyDown={(event) => { if (event.key === "Enter") event.preventDefault(); }} />
        </div>
        {sound[0] ? <div className="pb-6"><Button size="sm" onClick={() => setCode(exampleOf(sound[0]!))}>{t("example")}</Button></div> : null}
      </div>
      <div role="status">
        {label ? (
          <DescriptionList
            items={[
              { term: t("plu"), detail: <span className="font-mono">{label.plu}</span> },
              label.kind === "weight"
                ? { term: t("weightRead"), detail: <span className="num">{formatQuantity(label.value, "kg", format)}</span> }
                : { term: t("priceRead"), detail: <span className="num">{formatMoney(label.value, format)}</span> },
            ]}
          />
        ) : (
          <p className={code.trim() === "" ? "text-ink-3" : "text-warning"}>{code.trim() === "" ? t("waiting") : t("unread")}</p>
        )}
      </div>
      <p className="text-sm text-ink-3">{t("how")}</p>
    </section>
  );
}
