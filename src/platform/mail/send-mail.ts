import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "../env.ts";

export interface Letter {
  /** Names the file of the outbox, and the message: the same mail sent twice is known by it. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

const transports = new Map<string, Transporter>();

/** Hands a letter to the mail server, or writes it to the outbox folder where there is none. Throws when the server does not take it. */
export async function sendMail({ id, ...letter }: Letter, server: string | undefined = env.SMTP_URL): Promise<void> {
  if (server === undefined) return keepInOutbox({ id, ...letter });
  const transport = transports.get(server) ?? createTransport({ url: server, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true });
  transports.set(server, transport);
  await transport.sendMail({ ...letter, from: env.MAIL_FROM, messageId: `<${id}@${env.MAIL_FROM.split("@")[1]}>` });
}

export function outboxFolder(): string {
  return path.resolve(env.DATA_DIR, "mail");
}

/** Ids begin with their time, so the files are in order of writing. Only this user may read them: they hold links that open accounts. */
async function keepInOutbox(letter: Letter): Promise<void> {
  await mkdir(outboxFolder(), { recursive: true, mode: 0o700 });
  await writeFile(path.join(outboxFolder(), `${letter.id}.json`), JSON.stringify(letter, null, 2), { mode: 0o600 });
}
