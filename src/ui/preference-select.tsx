"use client";

import { useId, useState } from "react";
import { keepPreference } from "./keep-preference.ts";
import { Select, type SelectOption } from "./select.tsx";

interface PreferenceSelectProps {
  /** Cookie and data attribute. */
  name: string;
  label: string;
  labelHidden?: boolean;
  value: string;
  options: readonly SelectOption[];
  /** Words come from the server: a new language needs the page again. */
  reload?: boolean;
}

/** A choice of this device. Words come as props, so that a page without a session ships no catalogue. */
export function PreferenceSelect({ name, label, labelHidden, value, options, reload = false }: PreferenceSelectProps) {
  const id = useId();
  const [chosen, setChosen] = useState(value);
  return (
    <Select
      name={name}
      id={id}
      label={label}
      labelHidden={labelHidden}
      value={chosen}
      options={options}
      autoComplete="off"
      onChange={(event) => {
        setChosen(event.target.value);
        keepPreference(name, event.target.value);
        if (reload) location.reload();
      }}
    />
  );
}
