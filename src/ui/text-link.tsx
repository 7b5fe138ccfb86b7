import Link from "next/link";
import type { ReactNode } from "react";

interface TextLinkProps {
  href: string;
  id?: string;
  prefetch?: boolean;
  /** In a dense list the link looks like ink and shows its line on hover. */
  plain?: boolean;
  /** Beside something half written, which must stay. */
  newTab?: boolean;
  children: ReactNode;
}

export function TextLink({ href, id, prefetch, plain = false, newTab = false, children }: TextLinkProps) {
  const look = plain ? "text-ink no-underline hover:underline" : "text-accent-text underline";
  return (
    <Link id={id} href={href} prefetch={prefetch} {...(newTab ? { target: "_blank", rel: "noopener" } : {})} className={`rounded-xs underline-offset-2 hover:decoration-2 ${look}`}>
      {children}
    </Link>
  );
}
