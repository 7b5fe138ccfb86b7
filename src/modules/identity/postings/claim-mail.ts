import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import type { MailLink, MailTemplate, MailWords } from "../rules/mail-templates.ts";

export interface ClaimedMail {
  id: string;
  recipient: string;
  locale: string;
  template: MailTemplate;
  words: MailWords;
  link: MailLink | null;
  attempts: number;
}

const HOLD_MS = 120_000;
const MOST_ATTEMPTS = 10;

/** Takes the mail that has waited longest; whoever takes it and falls silent loses it after two minutes. Null when none is due. */
export async function claimMail(now: Date): Promise<ClaimedMail | null> {
  const [mail] = await databases().control.rows<ClaimedMail>(sql`
    UPDATE mail SET attempts = attempts + 1, next_at = ${new Date(now.getTime() + HOLD_MS)}
    WHERE id = (SELECT id FROM mail WHERE sent_at IS NULL AND failed_at IS NULL AND next_at <= ${now} ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, recipient, locale, template, words, link, attempts`);
  return mail ?? null;
}

export async function markSent(id: string, now: Date): Promise<void> {
  await databases().control.execute(sql`UPDATE mail SET sent_at = ${now} WHERE id = ${id}`);
}

/** Tried again later each time, up to a day; then given up. */
export async function putBack({ id, attempts }: ClaimedMail, now: Date): Promise<void> {
  const later = new Date(now.getTime() + Math.min(86_400_000, 30_000 * 2 ** attempts));
  await databases().control.execute(sql`
    UPDATE mail SET next_at = ${later}, failed_at = CASE WHEN ${attempts >= MOST_ATTEMPTS} THEN ${now}::timestamptz END WHERE id = ${id}`);
}
