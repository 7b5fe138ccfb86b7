"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { keepRegister, registerHere } from "./register-here.ts";

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Another tab of this device may choose as well. */
function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Whether this device stands at a register, or the button by which it comes to stand there: what its counter sells is that till's from then on. */
export function DeviceRegister({ tenantSlug, registerId, name }: { tenantSlug: string; registerId: string; name: string }) {
  const t = useTranslations("cash.here");
  const here = useSyncExternalStore(listen, () => registerHere(tenantSlug), () => undefined);
  if (here === registerId) return <Badge tone="positive">{t("is")}</Badge>;
  const choose = (): void => {
    keepRegister(tenantSlug, registerId);
    tell();
  };
  return <Button tone="quiet" aria-label={t("chooseNamed", { name })} onClick={choose}>{t("choose")}</Button>;
}
