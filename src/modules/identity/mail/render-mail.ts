import { createTranslator } from "next-intl";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale, type UiLocale } from "@/messages/locales.ts";
import { env } from "@/platform/env.ts";
import type { MailLink, MailTemplate, MailWords } from "../rules/mail-templates.ts";
import { derivedSecret } from "../secret.ts";

export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

const FALLBACK: UiLocale = "es-AR";
const NO_WORDS = { name: "", shop: "", by: "", email: "" };

/**
 * A mail in the person's language: plain text, and the same in HTML that a phone shows without zooming. Its link is made for the
 * configured address, never for the Host of a request.
 */
export async function renderMail({ template, locale, words, link }: { template: MailTemplate; locale: string; words: MailWords; link: MailLink | null }): Promise<WrittenMail> {
  const language = isUiLocale(locale) ? locale : FALLBACK;
  const t = createTranslator({ locale: language, messages: await loadCatalogue(language), namespace: "mail" });
  const values = { ...NO_WORDS, ...words };
  const say = (key: "subject" | "body" | "after") => t(`${template}.${key}`, values);
  const href = link === null ? null : new URL(link.secret === null ? link.path : `${link.path}/${derivedSecret(link.secret)}`, env.NEXTAUTH_URL).href;
  const paragraphs = [t("greeting", values), say("body")];
  const after = [say("after"), t("signature")];
  return {
    subject: say("subject"),
    text: [...paragraphs, ...(href === null ? [] : [href]), ...after].join("\n\n").concat("\n"),
    html: page(language, say("subject"), [...paragraphs.map(paragraph), ...(href === null ? [] : [button(href, t(`${template}.button`, values))]), ...after.map(paragraph)]),
  };
}

function page(locale: UiLocale, title: string, parts: readonly string[]): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>`
    + `<body style="margin:0;background:#f7f4ec"><div style="max-width:32rem;margin:0 auto;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#211d17">${parts.join("")}</div></body></html>`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escape(text)}</p>`;
}

function button(href: string, label: string): string {
  return `<p style="margin:0 0 16px"><a href="${escape(href)}" style="display:inline-block;padding:12px 20px;background:#0f5c63;color:#ffffff;text-decoration:none;font-weight:600">${escape(label)}</a></p>`
    + `<p style="margin:0 0 16px;font-size:13px;word-break:break-all">${escape(href)}</p>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
