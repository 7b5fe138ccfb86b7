import type { ComponentProps, ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button-class.ts";
import { ButtonContent } from "./button-content.tsx";

export interface ButtonProps extends ButtonLook, Omit<ComponentProps<"button">, "className" | "style"> {
  icon?: ReactNode;
  kbd?: string;
}

/** `type` is "button" unless said otherwise: a forgotten type must not send a form. */
export function Button({ tone, size, block, iconOnly, icon, kbd, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass({ tone, size, block, iconOnly })} {...rest}>
      {iconOnly ? icon ?? children : <ButtonContent icon={icon} kbd={kbd}>{children}</ButtonContent>}
    </button>
  );
}
