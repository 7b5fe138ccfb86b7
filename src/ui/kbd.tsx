/** A key, as it stands on the keyboard. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex min-h-5 min-w-5 items-center justify-center rounded-xs border border-line-strong bg-surface px-1 font-mono text-2xs text-ink-2">
      {keys}
    </kbd>
  );
}
