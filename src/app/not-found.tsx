import { NotFoundNotice } from "./not-found-notice.tsx";

export default function NotFoundPage() {
  return (
    <main id="content">
      <NotFoundNotice />
    </main>
  );
}
