"use client";

import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { readDefectWords, type DefectWords } from "./defect-words.ts";
import { PageNotice } from "./page-notice.tsx";

export interface DefectNoticeProps {
  /** What Next hands to an error page; the digest is what the server logged. */
  error: Error & { digest?: string };
  unstable_retry?: () => void;
  reset: () => void;
}

/** A defect of ours: say so, keep calm, offer the way back. */
export function DefectNotice({ error, unstable_retry: retry, reset }: DefectNoticeProps) {
  const [words, setWords] = useState<DefectWords>();
  useEffect(() => setWords(readDefectWords()), []);
  if (!words) return null;
  return (
    <div role="alert">
      <PageNotice title={words.title} text={words.text}>
        <Button tone="primary" onClick={retry ?? reset}>{words.retry}</Button>
        {error.digest ? (
          <p className="text-sm text-ink-3">
            {words.code}: <span className="font-mono">{error.digest}</span>
          </p>
        ) : null}
      </PageNotice>
    </div>
  );
}
