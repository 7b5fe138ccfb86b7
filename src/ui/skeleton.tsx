/** Rows of the height that real rows will have, so that nothing jumps. Shows itself only after 150 ms. */
export function Skeleton({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="animate-late">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden className="flex h-row items-center gap-4 border-b border-line px-cell">
          <span className="h-3 rounded-xs bg-line" style={{ width: `${[38, 52, 44, 30][row % 4]}%` }} />
          <span className="ml-auto h-3 w-16 rounded-xs bg-line" />
        </div>
      ))}
    </div>
  );
}
