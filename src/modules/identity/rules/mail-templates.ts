/** Mails that people get (messages, namespace `mail`), and the names that their sentences may use. */
export const MAIL_TEMPLATES = ["verify", "reset", "invitation", "password_changed", "email_change", "email_changed"] as const;

export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

export interface MailWords {
  name?: string;
  shop?: string;
  by?: string;
  email?: string;
}

/** A page of ours. Where its address ends in a derived secret, the name of that is stored and never the secret. */
export interface MailLink {
  path: string;
  secret: string | null;
}
