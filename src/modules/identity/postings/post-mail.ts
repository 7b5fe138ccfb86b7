import { newId } from "@/kernel/id.ts";
import type { ControlDb } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { MailLink, MailTemplate, MailWords } from "../rules/mail-templates.ts";

export interface MailOrder {
  /** Normalised address. */
  to: string;
  locale: string;
  template: MailTemplate;
  words: MailWords;
  link?: MailLink;
}

/** Leaves a mail to be sent once this transaction has committed (jobs/deliver-mails.ts); answers its id. */
export async function postMail(tx: Pick<ControlDb, "execute">, { to, locale, template, words, link }: MailOrder, now: Date): Promise<string> {
  const id = newId(now.getTime());
  await tx.execute(sql`
    INSERT INTO mail (id, recipient, locale, template, words, link, created_at, next_at)
    VALUES (${id}, ${to}, ${locale}, ${template}, ${JSON.stringify(words)}::jsonb, ${link ? JSON.stringify(link) : null}::jsonb, ${now}, ${now})`);
  return id;
}
