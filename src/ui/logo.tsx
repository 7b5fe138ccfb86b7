/** A price tag on the counter: the same drawing as public/icon.svg. */
export function Logo({ size }: { size: number }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" width={size} height={size}>
      <rect width="32" height="32" rx="5" className="fill-[#0f5257]" />
      <path d="M4.5 12.5 10.5 6H27v13H10.5z" className="fill-[#fadc3e]" />
      <circle cx="11.5" cy="12.5" r="1.75" className="fill-[#0f5257]" />
      <path d="M5 24.25h22M5 27h22" stroke="#fbfaf5" strokeWidth="1.25" />
    </svg>
  );
}
