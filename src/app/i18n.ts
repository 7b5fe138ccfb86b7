import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { chooseLocale, isUiLocale, LOCALE_COOKIE, type UiLocale } from "@/messages/locales.ts";

/** Language of one request; the address carries none. Dates are formatted with the shop's own time zone (kernel/format-date.ts), never with this one. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isUiLocale(asked) ? asked : await localeOfVisitor();
  return { locale, messages: await loadCatalogue(locale), timeZone: "UTC" };
});

async function localeOfVisitor(): Promise<UiLocale> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get("accept-language"));
}

/** The same choice for an HTTP endpoint. */
export function localeOfRequest(request: Request): UiLocale {
  const cookie = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([^;]*)`).exec(request.headers.get("cookie") ?? "")?.[1];
  return chooseLocale(cookie, request.headers.get("accept-language"));
}
