"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Progress } from "@/ui/progress.tsx";
import { callImports } from "./call-imports.ts";
import { useCaller } from "./use-caller.ts";

interface ImportProgressProps {
  tenantSlug: string;
  id: string;
  task: "read" | "apply" | "undo";
  done: number;
  total: number;
}

interface Polled {
  status: string;
  progress: { task: ImportProgressProps["task"] | null; done: number; total: number };
}

const ASK_MS = 700;

/** Asks how far the work is until there is none, then shows the page anew. What it shows first came with the page: a reload loses nothing. */
export function ImportProgress({ tenantSlug, id, task, done, total }: ImportProgressProps) {
  const t = useTranslations("imports.progress");
  const caller = useCaller(tenantSlug);
  const router = useRouter();
  const [seen, setSeen] = useState({ task, done, total });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const ask = async (): Promise<void> => {
      const called = await callImports<Polled>(caller, "GET", `/imports/${id}`);
      if (stopped) return;
      if (called.ok && called.value.progress.task === null) return router.refresh();
      if (called.ok) setSeen({ ...called.value.progress, task: called.value.progress.task ?? task });
      timer = setTimeout(() => void ask(), ASK_MS);
    };
    timer = setTimeout(() => void ask(), ASK_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
    // The caller is made anew at each render and always the same.
  }, [id, task, tenantSlug]);

  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      <Progress label={t(seen.task)} value={seen.total === 0 ? undefined : seen.done} max={seen.total} detail={seen.total === 0 ? undefined : t("detail", { done: seen.done, total: seen.total })} />
      <p className="text-sm text-ink-3">{t("leave")}</p>
    </div>
  );
}
