import type { ReactNode } from "react";

export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="label pb-1.5">{title}</legend>
      <div className="flex flex-col gap-3">{children}</div>
    </fieldset>
  );
}
