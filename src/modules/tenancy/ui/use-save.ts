"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import type { Accepted, Refusal } from "@/kernel/refusal.ts";
import { fieldErrors, type refusalMessage } from "@/messages/refusal-message.ts";
import { askProof } from "@/modules/identity/ui/ask-proof.ts";
import type { ActionResult, Defect } from "../define-action.ts";
import { showToast } from "@/ui/toast-store.ts";
import { reach } from "./reach.ts";
import { useProblemText } from "./use-problem-text.ts";

/** A second press so soon is the same one: a double click, a key that bounced. */
const SAME_PRESS_MS = 500;

const needsProof = (result: ActionResult<unknown>): boolean => !result.ok && result.code === "proof_required";

/**
 * Runs a server action and keeps what it said against: sentences by field, and one for what belongs to no field. An action that wants the password of a
 * moment ago gets it in place and is sent once more; who goes back reads why it was not done.
 *
 * A form shows `errors` beside its fields and `sentence` above; what has no fields of its own shows `whole`, and a lone button a toast.
 */
export function useSave({ inToast = false } = {}) {
  const problemText = useProblemText();
  const t = useTranslations("common");
  const tErrors = useTranslations("errors") as unknown as Parameters<typeof refusalMessage>[0];
  const [pending, run] = useTransition();
  const [problem, setProblem] = useState<Refusal | Defect | null>(null);
  const wordsOf = (told: Refusal | Defect): string => (told.code === "defect" ? [] : Object.values(fieldErrors(tErrors, told))).join(" ") || problemText(told);
  const tell = (result: ActionResult<unknown>): void => {
    setProblem(result.ok ? null : result);
    if (!result.ok && inToast) showToast({ message: wordsOf(result), tone: "negative" });
  };
  const inFlight = useRef(false);
  const startedAt = useRef(0);
  const attempt = <T>(action: () => Promise<ActionResult<T>>, done: (value: Accepted<T>["value"]) => void): void => {
    inFlight.current = true;
    startedAt.current = Date.now();
    run(async () => {
      const result = await reach(action);
      inFlight.current = false;
      // Outside of this transition: React holds back what the dialog's own action says until this one is over.
      if (needsProof(result)) void askProof().then((isProved) => (isProved ? attempt(action, done) : tell(result)));
      else tell(result);
      if (result.ok) done(result.value);
    });
  };
  // What is being saved has a version of its own: a second save beside it, or before the page has taken the new one in, would be refused because of the first.
  // It is not sent, but who pressed is told.
  const save = <T>(action: () => Promise<ActionResult<T>>, done: (value: Accepted<T>["value"]) => void): void => {
    if (!pending && !inFlight.current) attempt(action, done);
    else if (Date.now() - startedAt.current >= SAME_PRESS_MS) showToast({ message: t("stillSaving") });
  };
  const errors: Record<string, string> = problem && problem.code !== "defect" ? fieldErrors(tErrors, problem) : {};
  const sentence = problem === null || Object.keys(errors).length > 0 ? null : problemText(problem);
  return { save, pending, errors, sentence, code: problem?.code ?? null, whole: problem && wordsOf(problem) };
}
