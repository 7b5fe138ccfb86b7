import { renderMail } from "@/modules/identity/mail/render-mail.ts";
import { claimMail, markSent, putBack, type ClaimedMail } from "@/modules/identity/postings/claim-mail.ts";
import { describeError, log } from "@/platform/log.ts";
import { sendMail } from "@/platform/mail/send-mail.ts";

/** Sends the next mail that is due; false when there is none. A mail that is not taken waits, and holds up no other. `server` stands in for SMTP_URL. */
export async function deliverMail(now: Date, server?: string): Promise<boolean> {
  const mail = await claimMail(now);
  if (mail === null) return false;
  try {
    await sendMail({ id: mail.id, to: mail.recipient, ...(await renderMail(mail)) }, server);
    await markSent(mail.id, now);
  } catch (error) {
    await giveBack(mail, now, error);
  }
  return true;
}

async function giveBack(mail: ClaimedMail, now: Date, error: unknown): Promise<void> {
  log("warn", "mail_not_sent", { mail: mail.id, template: mail.template, attempts: mail.attempts, ...describeError(error) });
  await putBack(mail, now);
}
