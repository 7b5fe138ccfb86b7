import type { Choices } from "./import-values.ts";

/** Later choices over earlier ones. On another sheet, or under other headings, earlier columns mean nothing. */
export function mergeChoices(before: Choices, now: Choices): Choices {
  const otherSheet = now.sheet !== undefined && now.sheet !== before.sheet;
  const otherHead = now.headerRow !== undefined && now.headerRow !== before.headerRow;
  const { sheet, headerRow, defaultTaxRate } = before;
  const base: Choices = otherSheet ? { defaultTaxRate } : otherHead ? { sheet, headerRow, defaultTaxRate } : before;
  return withoutAbsent({ ...base, ...now, hasTax: together(base.hasTax, now.hasTax), decimals: together(base.decimals, now.decimals) });
}

function together<T extends object>(before: T | undefined, now: T | undefined): T | undefined {
  return before === undefined ? now : { ...before, ...now };
}

function withoutAbsent(choices: Choices): Choices {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
}
