import clsx from "clsx";

export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export interface ButtonLook {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** As wide as its box, words left, key hint right: the big keys of the counter. */
  block?: boolean;
  iconOnly?: boolean;
}

const TONES: Readonly<Record<ButtonTone, string>> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "border-negative bg-surface text-negative hover:bg-negative-soft",
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  sm: "min-h-8 px-2.5 text-sm pointer-coarse:min-h-11",
  md: "min-h-ctl px-3 text-base",
  lg: "min-h-12 px-4 text-md",
};

const SQUARES: Readonly<Record<ButtonSize, string>> = {
  sm: "size-8 pointer-coarse:size-11",
  md: "size-ctl",
  lg: "size-12",
};

export function buttonClass({ tone = "secondary", size = "md", block = false, iconOnly = false }: ButtonLook): string {
  return clsx(
    "inline-flex items-center gap-2 rounded-sm border font-medium transition-colors duration-[90ms]",
    "disabled:opacity-55 aria-disabled:opacity-55 aria-busy:opacity-75",
    TONES[tone],
    iconOnly ? SQUARES[size] : SIZES[size],
    iconOnly && "justify-center",
    block ? "w-full justify-between text-left" : "justify-center whitespace-nowrap",
  );
}
