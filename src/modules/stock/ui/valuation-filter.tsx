import { getTranslations } from "next-intl/server";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import type { LocationView } from "../queries/list-locations.ts";

interface ValuationFilterProps {
  by: string;
  q: string;
  locationId: string;
  categoryId: string;
  asOf: string;
  /** The last day that can be asked for. */
  today: string;
  locations: readonly LocationView[];
}

/** Which goods, where, and as of which day. A plain form: it works before any script does. */
export async function ValuationFilter({ by, q, locationId, categoryId, asOf, today, locations }: ValuationFilterProps) {
  const t = await getTranslations("stock");
  return (
    <form action="/stock/valuation" role="search" className="flex flex-wrap items-end gap-3">
      {by === "product" ? null : <input type="hidden" name="by" value={by} />}
      {categoryId ? <input type="hidden" name="categoryId" value={categoryId} /> : null}
      <div className="w-full sm:w-72"><TextInput label={t("shelf.search")} name="q" type="search" defaultValue={q} autoComplete="off" /></div>
      {locations.length > 1 ? <div className="w-48"><Select label={t("location")} name="locationId" defaultValue={locationId} placeholder={t("everywhere")} options={locations.map(({ id, name }) => ({ value: id, label: name }))} /></div> : null}
      <div className="w-44"><TextInput label={t("shelf.asOf")} name="asOf" type="date" max={today} defaultValue={asOf} /></div>
      <Button type="submit">{t("shelf.show")}</Button>
    </form>
  );
}
