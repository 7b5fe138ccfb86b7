"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { saveLocationAction } from "../actions.ts";
import type { LocationRecord } from "../queries/load-location-records.ts";

interface LocationFormProps {
  tenantSlug: string;
  /** Made with the page: a double click is one location. */
  id: string;
  location: LocationRecord | null;
  /** The staff: owner and admins write everywhere. */
  staff: readonly { id: string; name: string }[];
}

/** A shop or a warehouse: its name, and who of the staff writes documents there. */
export function LocationForm({ tenantSlug, id, location, staff }: LocationFormProps) {
  const t = useTranslations("stock.places");
  const tStock = useTranslations("stock");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const send = (more: { isActive?: boolean }): void => {
    if (!form.current) return;
    const given = new FormData(form.current);
    const input = {
      id, version: location?.version ?? null, name: String(given.get("name") ?? ""), kind: String(given.get("kind") ?? "shop"), address: String(given.get("address") ?? ""),
      isDefault: location?.isDefault || given.has("isDefault"), memberIds: given.getAll("memberIds").map(String), ...more,
    };
    save(() => saveLocationAction(tenantSlug, input), (saved) => {
      showToast({ message: t("saved", { name: saved.name }) });
      if (location === null) router.push(`/stock/locations/${saved.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+s", label: t("save"), run: () => send({}) }]);
  return (
    <form ref={form} noValidate className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); send({}); }}>
      <FormErrors title={t("errors")} errors={Object.entries(errors).map(([path, message]) => ({ id: path, message }))} />
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      <TextInput label={t("name")} name="name" defaultValue={location?.name} error={errors["name"]} maxLength={80} autoComplete="off" autoFocus={location === null} required />
      <Select label={t("kind")} name="kind" defaultValue={location?.kind ?? "warehouse"} options={[{ value: "shop", label: t("kinds.shop") }, { value: "warehouse", label: t("kinds.warehouse") }]} />
      <TextInput label={t("address")} name="address" defaultValue={location?.address ?? ""} optional={tStock("optional")} error={errors["address"]} maxLength={200} autoComplete="off" />
      {location?.isDefault ? <p className="text-sm text-ink-2">{t("isUsual")}</p> : <Checkbox label={t("makeUsual")} name="isDefault" />}
      {staff.length === 0 ? null : (
        <fieldset className="flex flex-col gap-2">
          <legend className="pb-1 text-sm font-medium">{t("members")}</legend>
          <p className="text-sm text-ink-2">{t("membersHint")}</p>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {staff.map((member) => <Checkbox key={member.id} name="memberIds" id={`member-${member.id}`} value={member.id} label={member.name} defaultChecked={location?.memberIds.includes(member.id)} />)}
          </div>
        </fieldset>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{t("save")}</Button>
        {location && !location.isDefault ? <Button tone="quiet" onClick={() => send({ isActive: !location.isActive })}>{t(location.isActive ? "close" : "reopen")}</Button> : null}
      </div>
    </form>
  );
}
