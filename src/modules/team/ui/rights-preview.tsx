import { useTranslations } from "next-intl";
import { formatMoney, formatPercent } from "@/kernel/format.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { PERMISSIONS, type Grants } from "@/modules/tenancy/permissions.ts";

interface RightsPreviewProps {
  title: string;
  grants: Grants;
  /** Entries of the menu, in its order and words. */
  menu: readonly string[];
  format: FormatStyle;
}

/** How the shop looks to somebody: their menu, and in plain words what they may and may not do. */
export function RightsPreview({ title, grants: { permissions, thresholds }, menu, format }: RightsPreviewProps) {
  const t = useTranslations("team");
  const limits = [
    t("member.discountUpTo", { percent: formatPercent(trimZeros(thresholds.maxDiscountPercent), format) }),
    thresholds.maxRefund === null ? t("member.refundAny") : t("member.refundUpTo", { amount: formatMoney(thresholds.maxRefund, format) }),
  ];
  const words = (held: boolean) => PERMISSIONS.filter((name) => permissions.has(name) === held).map((name) => t(`permissions.${name}`));
  return (
    <section className="flex flex-col gap-4 rounded-sm border border-line bg-surface p-4">
      <h2 className="font-semibold">{title}</h2>
      <ul className="flex w-52 flex-col gap-0.5 border border-line bg-paper p-1.5">
        {menu.map((entry) => <li key={entry} className="flex min-h-8 items-center px-2">{entry}</li>)}
      </ul>
      <div className="grid gap-4 sm:grid-cols-2">
        <Words title={t("member.may")} words={[...words(true), ...limits]} />
        <Words title={t("member.mayNot")} words={words(false)} />
      </div>
    </section>
  );
}

function Words({ title, words }: { title: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div>
      <h3 className="label pb-1">{title}</h3>
      <ul className="flex flex-col gap-0.5 text-sm">{words.map((word) => <li key={word}>{word}</li>)}</ul>
    </div>
  );
}
