"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { TextInput } from "@/ui/text-input.tsx";

interface BarcodeFieldsProps {
  packs: readonly { code: string; packSize: Decimal }[];
  errors: Readonly<Record<string, string | undefined>>;
  format: FormatStyle;
  autoFocus: boolean;
  /** Where the focus goes after a scan. */
  nextFieldId: string;
}

interface Row {
  key: number;
  code: string;
  packSize: Decimal;
}

/** One code, or several with the units that each stands for. A scanner ends with Enter: that leads on, it does not save. */
export function BarcodeFields({ packs, errors, format, autoFocus, nextFieldId }: BarcodeFieldsProps) {
  const t = useTranslations("products.form");
  const [rows, setRows] = useState<readonly Row[]>(() => (packs.length > 0 ? packs : [{ code: "", packSize: "1" }]).map((pack, key) => ({ key, ...pack })));
  const showsPacks = rows.length > 1 || rows.some(({ packSize }) => packSize !== "1");
  const add = (): void => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, code: "", packSize: "1" }]);
  return (
    <div className="flex flex-col gap-2">
      {rows.map(({ key, code, packSize }, i) => (
        <div key={key} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <TextInput
              label={i === 0 ? t("barcode") : t("barcodeNumber", { number: i + 1 })}
              labelHidden={i > 0}
              hint={i === 0 && rows.length === 1 ? t("barcodeHint") : undefined}
              optional={i === 0 ? t("optional") : undefined}
              id={`barcodes.${i}.code`}
              name="barcode"
              defaultValue={code}
              error={errors[`barcodes.${i}.code`] ?? (i === 0 ? errors.barcodes : undefined)}
              mono
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              // A new row is made to be typed in at once.
              autoFocus={(autoFocus && i === 0) || (i > 0 && code === "")}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                document.getElementById(nextFieldId)?.focus();
              }}
            />
          </div>
          {showsPacks ? (
            <div className="w-28">
              <DecimalInput label={t("packSize")} labelHidden={i > 0} id={`barcodes.${i}.packSize`} name="packSize" format={format} maxFraction={3} defaultValue={packSize} error={errors[`barcodes.${i}.packSize`]} suffix="u" />
            </div>
          ) : null}
          {rows.length > 1 ? (
            <div className={i === 0 ? "pt-6" : undefined}>
              <Button tone="quiet" iconOnly aria-label={t("barcodeRemove", { number: i + 1 })} icon={<X aria-hidden size={16} />} onClick={() => setRows(rows.filter((row) => row.key !== key))} />
            </div>
          ) : null}
        </div>
      ))}
      <div>
        <Button tone="quiet" size="sm" icon={<Plus aria-hidden size={16} />} onClick={add}>{t("barcodeAdd")}</Button>
      </div>
    </div>
  );
}
