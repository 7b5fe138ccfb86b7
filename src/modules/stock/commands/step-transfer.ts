import type { Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { TransferView } from "../queries/get-transfer.ts";
import type { TransferStep } from "../schema.ts";
import { cancelTransfer } from "./cancel-transfer.ts";
import { dispatchTransfer } from "./dispatch-transfer.ts";
import { receiveTransfer } from "./receive-transfer.ts";

/** The next step of a transfer, as its page asks for it. */
export function stepTransfer(ctx: Context, { id, step, lines, close }: TransferStep): Promise<Result<TransferView>> {
  if (step === "cancel") return cancelTransfer(ctx, id);
  return step === "dispatch" ? dispatchTransfer(ctx, id, { lines }) : receiveTransfer(ctx, id, { lines, close });
}
