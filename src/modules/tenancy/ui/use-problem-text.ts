import { useTranslations } from "next-intl";
import { refusalMessage } from "@/messages/refusal-message.ts";
import type { Refusal } from "@/kernel/refusal.ts";
import type { Defect } from "../define-action.ts";

/** The sentence for an action that did not go through: a refusal in its own words, a defect with the code to quote. */
export function useProblemText(): (problem: Refusal | Defect) => string {
  const t = useTranslations("common");
  const tErrors = useTranslations("errors") as unknown as Parameters<typeof refusalMessage>[0];
  return (problem) => (problem.code === "defect" ? t("notDone", { reference: problem.reference }) : refusalMessage(tErrors, problem));
}
