"use client";

import { useEffect, useRef, useState } from "react";
import { previewLabelAction } from "../actions.ts";
import type { LabelPreview } from "../queries/preview-label.ts";
import type { PreviewInput } from "../schema.ts";

const PAUSE_MS = 200;

/** The first label as it would be printed, a moment after the last change. Null until it is known, and where there is none. */
export function usePreview(tenantSlug: string, question: PreviewInput | null): LabelPreview | null {
  const asked = question === null ? "" : JSON.stringify(question);
  const [preview, setPreview] = useState<LabelPreview | null>(null);
  const latest = useRef("");
  useEffect(() => {
    latest.current = asked;
    if (asked === "") return;
    const timer = setTimeout(() => {
      void previewLabelAction(tenantSlug, JSON.parse(asked)).then((result) => {
        if (latest.current === asked) setPreview(result.ok ? result.value : null);
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, tenantSlug]);
  return asked === "" ? null : preview;
}
