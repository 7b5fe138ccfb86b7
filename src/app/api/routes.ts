/**
 * Every address of the API but the document's own, with the file that answers it: a bundler must see each import by its name.
 * tests/laws/openapi.test.ts holds this list equal to the route files.
 */
export const ROUTES: Readonly<Record<string, () => Promise<object>>> = {
  "/api/v1/auth/register": () => import("./v1/auth/register/route.ts"),
  "/api/v1/auth/login": () => import("./v1/auth/login/route.ts"),
  "/api/v1/auth/refresh": () => import("./v1/auth/refresh/route.ts"),
  "/api/v1/auth/logout": () => import("./v1/auth/logout/route.ts"),
  "/api/v1/me": () => import("./v1/me/route.ts"),
  "/api/v1/ops/products": () => import("./v1/ops/products/route.ts"),
  "/api/v1/ops/products/{id}": () => import("./v1/ops/products/[id]/route.ts"),
  "/api/v1/ops/locations": () => import("./v1/ops/locations/route.ts"),
  "/api/v1/ops/payment-methods": () => import("./v1/ops/payment-methods/route.ts"),
  "/api/v1/ops/price-lists": () => import("./v1/ops/price-lists/route.ts"),
  "/api/v1/ops/sales": () => import("./v1/ops/sales/route.ts"),
  "/api/v1/ops/sales/{id}": () => import("./v1/ops/sales/[id]/route.ts"),
  "/api/v1/ops/stock/levels": () => import("./v1/ops/stock/levels/route.ts"),
  "/api/v1/ops/stock/movements": () => import("./v1/ops/stock/movements/route.ts"),
  "/api/v1/back-office/products": () => import("./v1/back-office/products/route.ts"),
  "/api/v1/back-office/products/{id}": () => import("./v1/back-office/products/[id]/route.ts"),
  "/api/v1/back-office/categories": () => import("./v1/back-office/categories/route.ts"),
  "/api/v1/back-office/categories/{id}": () => import("./v1/back-office/categories/[id]/route.ts"),
  "/api/v1/back-office/members": () => import("./v1/back-office/members/route.ts"),
  "/api/v1/back-office/members/{id}": () => import("./v1/back-office/members/[id]/route.ts"),
  "/api/v1/back-office/invitations": () => import("./v1/back-office/invitations/route.ts"),
  "/api/v1/back-office/invitations/{id}": () => import("./v1/back-office/invitations/[id]/route.ts"),
  "/api/v1/back-office/invitations/{id}/resend": () => import("./v1/back-office/invitations/[id]/resend/route.ts"),
  "/api/v1/back-office/reports/dashboard": () => import("./v1/back-office/reports/dashboard/route.ts"),
};
