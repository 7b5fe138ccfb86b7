"use client";

import { useActionState } from "react";
import { Button } from "@/ui/button.tsx";
import { switchShopAction } from "../actions.ts";
import { FailedAction } from "./failed-action.tsx";
import { START } from "./start.ts";

interface SwitchShopFormProps {
  title: string;
  shops: readonly { slug: string; label: string }[];
}

/** One button per shop of the same person. */
export function SwitchShopForm({ title, shops }: SwitchShopFormProps) {
  const [state, action] = useActionState(switchShopAction, START);
  return (
    <form action={action} className="flex flex-col items-start gap-1">
      <p className="text-sm font-medium">{title}</p>
      <FailedAction state={state} />
      {shops.map(({ slug, label }) => (
        <Button key={slug} type="submit" name="tenant" value={slug} tone="quiet" size="sm">{label}</Button>
      ))}
    </form>
  );
}
