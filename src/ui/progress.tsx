interface ProgressProps {
  label: string;
  /** Undefined while nobody knows how long it takes. */
  value?: number;
  max: number;
  /** "842 of 1,522 · 40 s". */
  detail?: string;
}

export function Progress({ label, value, max, detail }: ProgressProps) {
  const share = value === undefined || max <= 0 ? undefined : Math.min(100, Math.max(0, (value / max) * 100));
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <span className="text-sm font-medium">{label}</span>
        {detail ? <span className="num text-sm text-ink-3">{detail}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={share === undefined ? undefined : value}
        aria-valuetext={detail}
        className="h-2 overflow-hidden rounded-xs border border-line-strong bg-sunken"
      >
        {share === undefined ? (
          <div className="h-full w-1/3 animate-indeterminate bg-accent-edge" />
        ) : (
          <div className="h-full bg-accent-edge transition-[width] duration-200" style={{ width: `${share}%` }} />
        )}
      </div>
    </div>
  );
}
