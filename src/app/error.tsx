"use client";

import { DefectNotice, type DefectNoticeProps } from "@/ui/defect-notice.tsx";

export default function ErrorPage(props: DefectNoticeProps) {
  return (
    <main id="content">
      <DefectNotice {...props} />
    </main>
  );
}
