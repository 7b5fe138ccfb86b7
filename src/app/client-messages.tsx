import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "@/messages/catalogue.ts";

interface ClientMessagesProps {
  namespaces?: readonly Namespace[];
  children: ReactNode;
}

/** Gives client components below the named namespaces, and `common` and `errors`. A nested one replaces the outer one, it does not add. */
export async function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const all = await getMessages();
  const wanted: readonly Namespace[] = ["common", "errors", ...namespaces];
  const messages = Object.fromEntries(wanted.map((namespace) => [namespace, all[namespace]]));
  return (
    <NextIntlClientProvider messages={messages} formats={null}>
      {children}
    </NextIntlClientProvider>
  );
}
