"use client";

import { DefectNotice, type DefectNoticeProps } from "@/ui/defect-notice.tsx";

/** Inside the shell: the menu stays, so that a broken page does not stop the shop. */
export default function ShopErrorPage(props: DefectNoticeProps) {
  return <DefectNotice {...props} />;
}
