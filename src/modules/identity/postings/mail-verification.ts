import type { ControlTx } from "@/platform/db/control-client.ts";
import { plantToken } from "./plant-token.ts";
import { postMail } from "./post-mail.ts";

/** Sends a person the link that verifies their address. */
export async function mailVerification(tx: Pick<ControlTx, "execute">, { userId, email, name, locale }: { userId: string; email: string; name: string; locale: string }, now: Date): Promise<void> {
  const link = await plantToken(tx, "verify", { userId, email }, now);
  await postMail(tx, { to: email, locale, template: "verify", words: { name, email }, link }, now);
}
