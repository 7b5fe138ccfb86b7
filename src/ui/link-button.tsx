import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button-class.ts";
import { ButtonContent } from "./button-content.tsx";

interface LinkButtonProps extends ButtonLook {
  href: string;
  id?: string;
  prefetch?: boolean;
  /** A file, not a page: a plain anchor that the router leaves alone. */
  download?: boolean | string;
  icon?: ReactNode;
  kbd?: string;
  "aria-label"?: string;
  children: ReactNode;
}

export function LinkButton({ href, id, prefetch, download, icon, kbd, tone, size, block, iconOnly, children, ...rest }: LinkButtonProps) {
  const className = buttonClass({ tone, size, block, iconOnly });
  const content = iconOnly ? icon ?? children : <ButtonContent icon={icon} kbd={kbd}>{children}</ButtonContent>;
  if (download !== undefined) {
    return <a id={id} href={href} download={download} className={className} {...rest}>{content}</a>;
  }
  return <Link id={id} href={href} prefetch={prefetch} className={className} {...rest}>{content}</Link>;
}
