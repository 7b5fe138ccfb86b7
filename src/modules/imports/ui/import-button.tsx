"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { Banner } from "@/ui/banner.tsx";
import { Button, type ButtonProps } from "@/ui/button.tsx";
import { callImports } from "./call-imports.ts";
import { useCaller } from "./use-caller.ts";

interface ImportButtonProps extends Pick<ButtonProps, "tone" | "kbd" | "id"> {
  tenantSlug: string;
  method?: "POST" | "PATCH";
  /** Under the imports' address. */
  path: string;
  body?: object;
  /** Another way when the answer is this refusal. */
  instead?: { code: string; label: string; body: object };
  children: ReactNode;
}

/** Orders one step of an import and shows the page anew; a refusal stands beside the button, in words. */
export function ImportButton({ tenantSlug, method = "POST", path, body = {}, instead, children, ...look }: ImportButtonProps) {
  const caller = useCaller(tenantSlug);
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ code: string; message: string } | null>(null);

  const order = async (what: object): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    const called = await callImports(caller, method, path, what);
    setBusy(false);
    if (called.ok) router.refresh();
    else setRefused(called);
  };
  const other = instead !== undefined && refused?.code === instead.code ? instead : null;
  return (
    <>
      <Button {...look} aria-busy={busy || undefined} aria-disabled={busy || undefined} onClick={() => void order(body)}>{children}</Button>
      {refused ? (
        <div className="basis-full">
          <Banner tone="negative" live action={other ? <Button size="sm" onClick={() => void order(other.body)}>{other.label}</Button> : undefined}>{refused.message}</Banner>
        </div>
      ) : null}
    </>
  );
}
