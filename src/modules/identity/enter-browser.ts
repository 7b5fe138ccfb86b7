import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { chooseShop, enterAs } from "./commands/enter-as.ts";
import { currentSecret, setSessionCookies } from "./session-cookie.ts";
import type { Visitor } from "./visitor.ts";

/** Makes this browser the person's, in the shop they used last. Answers `goOn`; refuses when their password changed since `authVersion`. */
export async function enterBrowser(userId: string, goOn: string, visitor: Visitor, authVersion?: number): Promise<Result<string>> {
  const chosen = await chooseShop(userId, undefined);
  if (!chosen.ok) return chosen;
  if (authVersion !== undefined && chosen.value.authVersion !== authVersion) return refuse("session_ended");
  const { secret, membership } = await enterAs(chosen.value, visitor, await currentSecret());
  await setSessionCookies(secret, membership);
  return accept(goOn);
}
