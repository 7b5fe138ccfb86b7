import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button.tsx";
import { focusPicker } from "./line-focus.ts";

/** Takes a line out of a grid; the next thing that is typed is looked for again. */
export function RemoveLine({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useTranslations("purchases.form");
  return <Button tone="quiet" size="sm" iconOnly aria-label={t("remove", { name })} icon={<X aria-hidden size={16} />} onClick={() => { onRemove(); focusPicker(); }} />;
}
