import { accept, type Result } from "@/kernel/refusal.ts";
import type { Visitor } from "../visitor.ts";
import { checkCredentials, type Credentials } from "./check-credentials.ts";
import { enterAs, type SignedIn } from "./enter-as.ts";

/** Signs a browser in. The session that it had before ends, whoever's it was. */
export async function signIn(credentials: Credentials, visitor: Visitor, previousSecret: string | null): Promise<Result<SignedIn>> {
  const checked = await checkCredentials(credentials, visitor);
  return checked.ok ? accept(await enterAs(checked.value, visitor, previousSecret)) : checked;
}
