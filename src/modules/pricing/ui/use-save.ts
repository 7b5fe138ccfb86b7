"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Accepted, Refusal } from "@/kernel/refusal.ts";
import { fieldErrors, refusalMessage } from "@/messages/refusal-message.ts";
import type { ActionResult, Defect } from "@/modules/tenancy/define-action.ts";

/** Runs a server action and keeps what it said against: sentences by field, and one for what belongs to no field. */
export function useSave() {
  const t = useTranslations("prices");
  const tErrors = useTranslations("errors") as unknown as Parameters<typeof refusalMessage>[0];
  const [pending, run] = useTransition();
  const [problem, setProblem] = useState<Refusal | Defect | null>(null);
  const save = <T>(action: () => Promise<ActionResult<T>>, done: (value: Accepted<T>["value"]) => void): void => {
    if (pending) return;
    run(async () => {
      const result = await action();
      setProblem(result.ok ? null : result);
      if (result.ok) done(result.value);
    });
  };
  const errors: Record<string, string> = problem && problem.code !== "defect" ? fieldErrors(tErrors, problem) : {};
  const sentence = problem === null || Object.keys(errors).length > 0 ? null : problem.code === "defect" ? t("defect", { reference: problem.reference }) : refusalMessage(tErrors, problem);
  return { save, pending, errors, sentence };
}
