import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { env } from "@/platform/env.ts";
import { readOutbox } from "@/platform/mail/read-outbox.ts";

/** The mails that were written to the outbox folder. In development only: their links open accounts. */
export default async function MailOutboxPage() {
  if (env.NODE_ENV !== "development") notFound();
  const [letters, t] = await Promise.all([readOutbox(50), getTranslations("auth.outbox")]);
  return (
    <div className="flex flex-col gap-6">
      <h1 className="wide text-xl font-bold">{t("title")}</h1>
      {letters.length === 0 ? <p>{t("none")}</p> : null}
      {letters.map(({ id, to, subject, text }) => (
        <article key={id} className="flex flex-col gap-2 border-t border-line pt-4">
          <h2 className="font-semibold">{subject}</h2>
          <p className="text-sm text-ink-3">{to}</p>
          <p className="whitespace-pre-line break-words">{text.split(/(https?:\/\/\S+)/).map((part) => (/^https?:/.test(part) ? <a key={part} href={part} className="underline">{part}</a> : part))}</p>
        </article>
      ))}
    </div>
  );
}
