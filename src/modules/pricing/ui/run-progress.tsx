"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Progress } from "@/ui/progress.tsx";

const LOOK_AGAIN_MS = 800;

/** A run or an undoing at work: the page is asked for again until it is done. */
export function RunProgress({ undoing, done, total }: { undoing: boolean; done: number; total: number }) {
  const t = useTranslations("prices.run");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [router]);
  return <Progress label={t(undoing ? "undoing" : "progress")} value={undoing ? undefined : done} max={total} detail={undoing ? undefined : t("of", { done, total })} />;
}
