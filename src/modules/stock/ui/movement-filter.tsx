import { getTranslations } from "next-intl/server";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import type { LocationView } from "../queries/list-locations.ts";
import { MOVEMENT_TYPES } from "../schema.ts";

interface MovementFilterProps {
  /** As in the address. */
  asked: Readonly<Record<string, string>>;
  locations: readonly LocationView[];
}

/** An instant shows the day in which it is. */
const DAY_LENGTH = 10;

/** Which movements: of what kind, where and between which days; the product stays the one that was asked about. */
export async function MovementFilter({ asked, locations }: MovementFilterProps) {
  const t = await getTranslations("stock");
  return (
    <form action="/stock/movements" role="search" className="flex flex-wrap items-end gap-3">
      {asked["productId"] ? <input type="hidden" name="productId" value={asked["productId"]} /> : null}
      <div className="w-44"><Select label={t("columns.type")} name="type" defaultValue={asked["type"] ?? ""} placeholder={t("anyType")} options={MOVEMENT_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) }))} /></div>
      {locations.length > 1 ? <div className="w-48"><Select label={t("location")} name="locationId" defaultValue={asked["locationId"] ?? ""} placeholder={t("everywhere")} options={locations.map(({ id, name }) => ({ value: id, label: name }))} /></div> : null}
      <div className="w-40"><TextInput label={t("from")} name="from" type="date" defaultValue={asked["from"]} /></div>
      <div className="w-40"><TextInput label={t("to")} name="to" type="date" defaultValue={asked["to"]?.slice(0, DAY_LENGTH)} /></div>
      <Button type="submit">{t("shelf.show")}</Button>
    </form>
  );
}
