"use client";

import { ModalFrame, type LayerProps } from "./dialog.tsx";

/** A panel at the right for one thing of a list. */
export function Sheet(props: LayerProps) {
  return <ModalFrame side="right" {...props} />;
}
