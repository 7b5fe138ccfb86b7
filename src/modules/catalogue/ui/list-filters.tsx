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
  /** Tags and values of the shop's own fields. */
  only: readonly SelectOption[];
}

/** Longer than the pause between two keys of a practised typist, shorter than what feels like waiting. */
const TYPING_PAUSE_MS = 180;

/** Search and category, kept in the address. Without JavaScript it is a plain form that Enter sends. */
export function ListFilters({ address, categories, only }: ListFiltersProps) {
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
    return { q: String(given.get("q") ?? ""), categoryId: String(given.get("category") ?? "") || null, only: String(given.get("only") ?? "") || null };
  };
  // The address may change elsewhere (Back, "clear"): the field follows unless somebody is typing in it.
  useEffect(() => {
    const field = form.current?.elements.namedItem("q");
    if (field instanceof HTMLInputElement && document.activeElement !== field) field.value = address.q;
  }, [address.q]);
  useEffect(() => () => clearTimeout(timer.current), []);

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
      <div className="min-w-48 grow basis-72 sm:max-w-md">
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
      {categories.length > 0 ? (
        <div className="w-52 max-sm:w-full">
          <Select label={t("columns.category")} labelHidden name="category" key={address.categoryId} defaultValue={address.categoryId ?? ""} placeholder={t("anyCategory")} options={categories} onChange={() => go(asked())} />
        </div>
      ) : null}
      {only.length > 0 ? (
        <div className="w-52 max-sm:w-full">
          <Select label={t("fields.filter")} labelHidden name="only" key={address.only} defaultValue={address.only ?? ""} placeholder={t("fields.filter")} options={only} onChange={() => go(asked())} />
        </div>
      ) : null}
    </form>
  );
}
