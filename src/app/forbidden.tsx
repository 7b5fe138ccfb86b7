import { ForbiddenNotice } from "./forbidden-notice.tsx";

export default function ForbiddenPage() {
  return (
    <main id="content">
      <ForbiddenNotice />
    </main>
  );
}
