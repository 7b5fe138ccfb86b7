import { X } from "lucide-react";
import Link from "next/link";

interface ChipProps {
  label: string;
  removeHref: string;
  /** "Remove {label}", for those who cannot see the cross. */
  removeLabel: string;
}

/** An active filter; its cross is the address without it. */
export function Chip({ label, removeHref, removeLabel }: ChipProps) {
  return (
    <span className="inline-flex min-h-7 items-center rounded-sm border border-line-strong bg-surface pl-2 text-sm pointer-coarse:min-h-11">
      {label}
      <Link href={removeHref} aria-label={removeLabel} className="inline-flex size-7 items-center justify-center text-ink-3 hover:text-ink pointer-coarse:size-11">
        <X aria-hidden size={14} />
      </Link>
    </span>
  );
}
