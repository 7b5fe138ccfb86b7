"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Accepted, Refusal } from "@/kernel/refusal.ts";
import { fieldErrors, type refusalMessage } from "@/messages/refusal-message.ts";
import { askProof } from "@/modules/identity/ui/ask-proof.ts";
import type { ActionResult, Defect } from "../define-action.ts";
import { showToast } from "@/ui/toast-store.ts";
import { reach } from "./reach.ts";
import { useProblemText } from "./use-problem-text.ts";

const needsProof = (result: ActionResult<unknown>): boolean => !result.ok && result.code === "proof_required";

/**
 * Runs a server action and keeps what it said against: sentences by field, and one for what belongs to no field. An action that wants the password of a
 * moment ago gets it in place and is sent once more; who goes back reads why it was not done.
 *
 * A form shows `errors` beside its fields and `sentence` above; what has no fields of its own shows `whole`, and a lone button a toast.
 */
export function useSave({ inToast = false } = {}) {
  const problemText = useProblemText();
  const tErrors = useTranslations("errors") as unknown as Parameters<typeof refusalMessage>[0];
  const [pending, run] = useTransition();
  const [problem, setProblem] = useState<Refusal | Defect | null>(null);
  const wordsOf = (told: Refusal | Defect): string => (told.code === "defect" ? [] : Object.values(fieldErrors(tErrors, told))).join(" ") || problemText(told);
  const tell = (result: ActionResult<unknown>): void => {
    setProblem(result.ok ? null : result);
    if (!result.ok && inToast) showToast({ message: wordsOf(result), tone: "negative" });
  };
  const attempt = <T>(action: () => Promise<ActionResult<T>>, done: (value: Accepted<T>["value"]) => void): void =>
    run(async () => {
      const result = await reach(action);
      // Outside of this transition: React holds back what the dialog's own action says until this one is over.
      if (needsProof(result)) void askProof().then((isProved) => (isProved ? attempt(action, done) : tell(result)));
      else tell(result);
      if (result.ok) done(result.value);
    });
  const save = <T>(action: () => Promise<ActionResult<T>>, done: (value: Accepted<T>["value"]) => void): void => {
    if (!pending) attempt(action, done);
  };
  const errors: Record<string, string> = problem && problem.code !== "defect" ? fieldErrors(tErrors, problem) : {};
  const sentence = problem === null || Object.keys(errors).length > 0 ? null : problemText(problem);
  return { save, pending, errors, sentence, whole: problem && wordsOf(problem) };
}
