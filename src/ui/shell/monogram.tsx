/** The shop's sign until it has a logo: the initials of its first two telling words. */
export function Monogram({ name }: { name: string }) {
  return (
    <span aria-hidden className="inline-flex size-6 shrink-0 items-center justify-center rounded-xs bg-accent text-2xs font-bold text-on-accent">
      {initialsOf(name)}
    </span>
  );
}

/** "Ferreteria San Martin" → "FS"; "Kiosco" → "K". Short joining words do not count. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => word.length > 2);
  return (telling.length > 0 ? telling : words)
    .slice(0, 2)
    .map((word) => [...word][0]!.toUpperCase())
    .join("");
}
