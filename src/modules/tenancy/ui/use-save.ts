"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Accepted, Refusal } from "@/kernel/refusal.ts";
import { fieldErrors, type refusalMessage } from "@/messages/refusal-message.ts";
import type { ActionResult, Defect } from "../define-action.ts";
import { useProblemText } from "./use-problem-text.ts";

/** Runs a server action and keeps what it said against: sentences by field, and one for what belongs to no field. */
export function useSave() {
  const problemText = useProblemText();
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
  const sentence = problem === null || Object.keys(errors).length > 0 ? null : problemText(problem);
  return { save, pending, errors, sentence };
}
