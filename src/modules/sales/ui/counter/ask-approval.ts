import type { RefusalCode } from "@/kernel/refusal.ts";
import { approvableOf, discountOf, joinNeeds, type Needs } from "../../rules/approval.ts";
import { dueOf } from "../../rules/charge-ticket.ts";
import type { Ticket, TicketAction, UnreceiptedBack } from "../../rules/ticket.ts";
import { askServer } from "./ask-server.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY, NOT_PAYING, type EditorField, type Notice } from "./counter-state.ts";
import type { RefundWay } from "./give-back.ts";

/** What was refused, and could go on with somebody else's word. */
export type Refused =
  | { kind: "action"; action: TicketAction }
  | { kind: "editor"; field: EditorField }
  /** The ticket as it stands: it is charged again. */
  | { kind: "charge" }
  | { kind: "unreceipted"; line: UnreceiptedBack; reason: string }
  | { kind: "giveBack"; refund: RefundWay; reason: string };

export interface Ask {
  needs: Needs;
  refused: Refused;
}

/** Somebody's word, and what it was asked for. */
export interface Allowed {
  refused: Refused;
  approval: NonNullable<Ticket["approval"]>;
}

/** What the strip offers to ask a second member for; null when it speaks of something else. */
export function offerOf(notice: { content: Notice } | null): Ask | null {
  const content = notice?.content;
  return (content?.kind === "refusal" || content?.kind === "returned") && content.ask ? content.ask : null;
}

/** What a sale that the server sent back would need to go through; null where nobody's word helps. */
export function needsOf(core: CounterCore, code: string): Needs | null {
  switch (approvableOf(code as RefusalCode)) {
    case "discount":
      return { discountPercent: discountOf(core.store.getState().totals.lines) };
    case "price":
      return { price: true };
    case "below_cost":
      return { belowCost: true };
    case "negative_stock":
      return { negativeStock: true };
    case "refund": {
      const { ticket, totals } = core.store.getState();
      return { refund: dueOf(ticket, totals).replace("-", "") };
    }
    case "credit":
      return { credit: true };
    case "unreceipted":
      return { unreceipted: true };
    default:
      return null;
  }
}

/** Opens the row that asks for the PIN; the ticket, and what is being given back, stay as they are. */
export function startAsking(core: CounterCore, ask: Ask | null = offerOf(core.store.getState().notice)): void {
  if (!ask) return;
  const { ticket } = core.store.getState();
  // One word for the ticket: what was allowed on it before goes on being allowed.
  const needs = ask.refused.kind === "giveBack" ? ask.needs : joinNeeds(ticket.approval?.needs ?? {}, ask.needs);
  core.store.setState({ ...(ask.refused.kind === "giveBack" ? {} : EMPTY_ENTRY), asking: { ...ask, needs, busy: false }, editor: null, ...NOT_PAYING, help: false });
}

/** Sends the PIN with its reason. Null while nobody allowed it: a wrong PIN changes nothing. */
export async function askSecond(core: CounterCore, { pin, reason }: { pin: string; reason: string }): Promise<Allowed | null> {
  const { asking } = core.store.getState();
  if (!asking || asking.busy) return null;
  core.store.setState({ asking: { ...asking, busy: true } });
  const given = await askServer<{ grant: string; memberName: string }>(core, "POST", "/api/v1/ops/approvals", { pin, reason, needs: asking.needs });
  const still = core.store.getState().asking;
  // Esc meanwhile: nobody waits for it any more.
  if (!still) return null;
  core.store.setState({ asking: given.ok ? null : { ...still, busy: false } });
  if (given.ok) return { refused: still.refused, approval: { grant: given.value.grant, by: given.value.memberName, needs: still.needs } };
  notify(core, { kind: "problem", message: given.message }, "error");
  return null;
}
