import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { currentSecret, setSessionCookies } from "@/modules/identity/session-cookie.ts";
import { currentTill } from "@/modules/identity/till-cookie.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import { enterByPin } from "./commands/enter-by-pin.ts";

/** The person of a PIN takes over in this browser, which then stands at the counter. Refuses a page of a shop whose till this is not. */
export async function takeOverTill({ shop, pin }: { shop: string; pin: string }, visitor: Visitor): Promise<Result<string>> {
  const till = await currentTill();
  if (!till) return refuse("till_gone");
  if (till.tenantSlug !== shop) return refuse("tenant_changed", { params: { shop: till.tenantName } });
  const turn = await enterByPin(till, pin, visitor, await currentSecret());
  if (!turn.ok) return turn;
  await setSessionCookies(turn.value.secret, turn.value.membership);
  return accept("/pos");
}
