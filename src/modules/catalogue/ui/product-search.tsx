import { getTranslations } from "next-intl/server";
import { Button } from "@/ui/button.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { TextInput } from "@/ui/text-input.tsx";

/** A plain GET form: the search is in the address, so Back, reload and sharing work. */
export async function ProductSearch({ q }: { q: string }) {
  const t = await getTranslations("products");
  return (
    <form role="search" action="/products" className="flex max-w-xl items-end gap-2 pb-1">
      <div className="grow">
        <TextInput label={t("search")} labelHidden name="q" type="search" defaultValue={q} placeholder={t("search")} autoComplete="off" />
      </div>
      <Button type="submit">{t("find")}</Button>
      <Shortcuts items={[{ keys: "/", label: t("search"), focusId: "q" }, { keys: "n", label: t("new"), href: "/products/new" }]} />
    </form>
  );
}
