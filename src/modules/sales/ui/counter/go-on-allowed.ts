import { applyAction } from "./apply-action.ts";
import type { Allowed } from "./ask-approval.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { sendBack } from "./give-back.ts";
import { openEditor } from "./open-editor.ts";
import { putUnreceipted } from "./take-unreceipted.ts";

/** Does what was refused, now that somebody allowed it. */
export async function goOnAllowed(core: CounterCore, { refused, approval }: Allowed): Promise<void> {
  if (refused.kind === "giveBack") return sendBack(core, refused, approval.grant);
  core.store.setState(({ ticket }) => ({ ticket: { ...ticket, approval } }));
  if (refused.kind === "unreceipted") return putUnreceipted(core, refused);
  const done = refused.kind !== "action" || applyAction(core, refused.action);
  if (refused.kind === "editor") openEditor(core, refused.field);
  core.keepDraft();
  if (done) notify(core, { kind: refused.kind === "charge" ? "allowedCharge" : "allowed", name: approval.by });
}
