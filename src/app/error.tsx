"use client";

import { useEffect, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { readDefectWords, type DefectWords } from "@/ui/defect-words.ts";

interface ErrorPageProps {
  error: Error & { digest?: string };
  unstable_retry?: () => void;
  reset: () => void;
}

/** A defect of ours: say so, keep calm, offer the way back. The digest is what the server logged. */
export default function ErrorPage({ error, unstable_retry: retry, reset }: ErrorPageProps) {
  const [words, setWords] = useState<DefectWords>();
  useEffect(() => setWords(readDefectWords()), []);
  if (!words) return null;
  return (
    <div role="alert" className="flex max-w-[40rem] flex-col items-start gap-3 px-4 py-12 sm:px-6">
      <h1 className="wide text-2xl font-bold">{words.title}</h1>
      <p className="text-md text-ink-2">{words.text}</p>
      <Button tone="primary" onClick={retry ?? reset}>{words.retry}</Button>
      {error.digest ? (
        <p className="text-sm text-ink-3">
          {words.code}: <span className="font-mono">{error.digest}</span>
        </p>
      ) : null}
    </div>
  );
}
