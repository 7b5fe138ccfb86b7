"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { Select, type SelectOption } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { listHref, type ListAddress } from "../rules/list-address.ts";

interface ListFiltersProps {
  address: ListAddress;
  categories: readonly SelectOption[];
  suppliers: readonly SelectOption[];
  brands: readonly SelectOption[];
  /** Tags and values of the shop's own fields. */
  only: readonly SelectOption[];
}

/** Longer than the pause between two keys of a practised typist, shorter than what feels like waiting. */
const TYPING_PAUSE_MS = 180;

const text = (given: FormData, name: string): string | null => String(given.get(name) ?? "") || null;

/** Search, category, supplier, brand and the like, kept in the address. Without JavaScript it is a plain form that Enter sends. */
export function ListFilters({ address, categories, suppliers, brands, only }: ListFiltersProps) {
  const t = useTranslations("products");
  const router = useRouter();
  const [pending, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useRef<HTMLFormElement>(null);

  const go = (change: Partial<ListAddress>): void => {
    clearTimeout(timer.current);
    start(() => router.replace(listHref(address, change), { scroll: false }));
  };
  const asked = (): Partial<ListAddress> => {
    const given = new FormData(form.current ?? undefined);
    return { q: String(given.get("q") ?? ""), categoryId: text(given, "category"), supplierId: text(given, "supplier"), brand: text(given, "brand"), only: text(given, "only") };
  };
  // The address may change elsewhere (Back, "clear"): the field follows unless somebody is typing in it.
  useEffect(() => {
    const field = form.current?.elements.namedItem("q");
    if (field instanceof HTMLInputElement && document.activeElement !== field) field.value = address.q;
  }, [address.q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const selects = [
    { name: "category", label: t("columns.category"), none: t("anyCategory"), value: address.categoryId, options: categories },
    { name: "supplier", label: t("columns.supplier"), none: t("anySupplier"), value: address.supplierId, options: suppliers },
    { name: "brand", label: t("columns.brand"), none: t("anyBrand"), value: address.brand, options: brands },
    { name: "only", label: t("fields.filter"), none: t("fields.filter"), value: address.only, options: only },
  ];
  return (
    <form
      ref={form}
      role="search"
      action="/products"
      aria-busy={pending || undefined}
      className="flex min-w-0 grow flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        go(asked());
      }}
    >
      {address.view === "all" ? null : <input type="hidden" name="view" value={address.view} />}
      {address.sort === "name" ? null : <input type="hidden" name="sort" value={address.sort} />}
      <div className="min-w-48 grow basis-64 sm:max-w-md">
        <TextInput
          label={t("search")}
          labelHidden
          name="q"
          type="search"
          defaultValue={address.q}
          placeholder={t("search")}
          autoComplete="off"
          maxLength={200}
          onChange={() => {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => go(asked()), TYPING_PAUSE_MS);
          }}
        />
      </div>
      {selects.filter(({ options }) => options.length > 0).map(({ name, label, none, value, options }) => (
        <div key={name} className="w-44 max-sm:w-[calc(50%-0.25rem)]">
          <Select label={label} labelHidden name={name} key={value} defaultValue={value ?? ""} placeholder={none} options={options} onChange={() => go(asked())} />
        </div>
      ))}
    </form>
  );
}
