"use client";

import { Plus, ScanBarcode, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { normaliseBarcode, wrongCheckDigit } from "@/kernel/barcode.ts";
import type { Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";
import { Button } from "@/ui/button.tsx";
import { CameraScan } from "@/ui/camera/camera-scan.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { makeBarcodeAction } from "../actions.ts";
import { UNIT_CODES } from "../rules/units.ts";

interface BarcodeFieldsProps {
  tenantSlug: string;
  packs: readonly { code: string; packSize: Decimal; unit: string | null }[];
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
  unit: string | null;
}

const EMPTY = { code: "", packSize: "1", unit: null };

/** One code, or several with what each stands for: a box of twelve, a single one. A scanner ends with Enter: that leads on, it does not save. */
export function BarcodeFields({ tenantSlug, packs, errors, format, autoFocus, nextFieldId }: BarcodeFieldsProps) {
  const t = useTranslations("products.form");
  const tUnits = useTranslations("products.units");
  const problemText = useProblemText();
  const [making, start] = useTransition();
  const [rows, setRows] = useState<readonly Row[]>(() => (packs.length > 0 ? packs : [EMPTY]).map((pack, key) => ({ key, ...pack })));
  const showsPacks = rows.length > 1 || rows.some(({ packSize, unit }) => packSize !== "1" || unit !== null);
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  const add = (): void => setRows([...rows, { key: nextKey, ...EMPTY }]);
  const type = (key: number, code: string): void => setRows((now) => now.map((row) => (row.key === key ? { ...row, code } : row)));
  /** Into the first row that waits for a code, else a new one. */
  const put = (code: string): void => {
    const empty = rows.findIndex((row) => row.code.trim() === "");
    const row = { ...EMPTY, ...rows[empty], code, key: nextKey };
    setRows(empty === -1 ? [...rows, row] : rows.map((one, i) => (i === empty ? row : one)));
  };
  const make = (): void => {
    if (making) return;
    start(async () => {
      const made = await reach(() => makeBarcodeAction(tenantSlug, {}));
      if (!made.ok) return showToast({ message: problemText(made), tone: "negative" });
      put(made.value.code);
    });
  };
  return (
    <div className="flex flex-col gap-2">
      {rows.map(({ key, code, packSize, unit }, i) => (
        <div key={key} className="flex flex-wrap items-start gap-2">
          <div className="min-w-48 flex-1">
            <TextInput
              label={i === 0 ? t("barcode") : t("barcodeNumber", { number: i + 1 })}
              labelHidden={i > 0}
              hint={<CodeHint code={code} usual={i === 0 && rows.length === 1 ? t("barcodeHint") : undefined} />}
              optional={i === 0 ? t("optional") : undefined}
              id={`barcodes.${i}.code`}
              name="barcode"
              value={code}
              error={errors[`barcodes.${i}.code`] ?? (i === 0 ? errors.barcodes : undefined)}
              mono
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              // A new row is made to be typed in at once.
              autoFocus={(autoFocus && i === 0) || (i > 0 && code === "")}
              onChange={(event) => type(key, event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                document.getElementById(nextFieldId)?.focus();
              }}
            />
          </div>
          {showsPacks ? (
            <>
              <div className="w-20">
                <DecimalInput label={t("packSize")} labelHidden={i > 0} id={`barcodes.${i}.packSize`} name="packSize" format={format} maxFraction={3} defaultValue={packSize} error={errors[`barcodes.${i}.packSize`]} />
              </div>
              <div className="w-32">
                <Select label={t("packUnit")} labelHidden={i > 0} id={`barcodes.${i}.unit`} name="packUnit" defaultValue={unit ?? ""} placeholder={t("packUnitNone")} options={UNIT_CODES.map((value) => ({ value, label: tUnits(value) }))} />
              </div>
            </>
          ) : null}
          {rows.length > 1 ? (
            <div className={i === 0 ? "pt-6" : undefined}>
              <Button tone="quiet" iconOnly aria-label={t("barcodeRemove", { number: i + 1 })} icon={<X aria-hidden size={16} />} onClick={() => setRows(rows.filter((row) => row.key !== key))} />
            </div>
          ) : null}
        </div>
      ))}
      <div className="flex flex-wrap gap-1">
        <CameraScan isQuiet onCode={put} />
        <Button tone="quiet" size="sm" icon={<Plus aria-hidden size={16} />} onClick={add}>{t("barcodeAdd")}</Button>
        <Button tone="quiet" size="sm" icon={<ScanBarcode aria-hidden size={16} />} aria-busy={making || undefined} onClick={make}>{t("barcodeMake")}</Button>
      </div>
    </div>
  );
}

/** A wrong last digit is nearly always a typing error, and now and then a code that a maker got wrong: it is said, not refused. */
function CodeHint({ code, usual }: { code: string; usual?: string }) {
  const t = useTranslations("products.form");
  const expected = wrongCheckDigit(normaliseBarcode(code));
  return expected === null ? usual : <span className="text-warning">{t("barcodeCheck", { digit: expected })}</span>;
}
