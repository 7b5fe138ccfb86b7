import { NotFoundNotice } from "../not-found-notice.tsx";

export default function ShopNotFoundPage() {
  return <NotFoundNotice />;
}
