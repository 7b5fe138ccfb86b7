import { ForbiddenNotice } from "../forbidden-notice.tsx";

export default function ShopForbiddenPage() {
  return <ForbiddenNotice />;
}
