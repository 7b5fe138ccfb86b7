import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Samples } from "./stock-shop.ts";

export interface AppPage {
  /** Names the page in test titles and picture files. */
  name: string;
  path: string;
  /** Who looks: nobody signed in, the owner of a shop that sells, or the owner of one that was opened a minute ago. */
  as: "visitor" | "owner" | "newcomer";
}

const ROOT = "src/app";

/** What stands for the unknown part of an address, by the folder of its page. */
const SAMPLES: Readonly<Record<string, (shop: Samples) => string>> = {
  "products/[id]": ({ productId }) => `/products/${productId}`,
  "products/variants/[id]": ({ familyId }) => `/products/variants/${familyId}`,
  "products/import/[id]": ({ importId }) => `/products/import/${importId}`,
  "prices/lists/[id]": ({ priceListId }) => `/prices/lists/${priceListId}`,
  "prices/changes/[id]": ({ priceRunId }) => `/prices/changes/${priceRunId}`,
  "labels/batches/[id]": ({ labelBatchId }) => `/labels/batches/${labelBatchId}`,
  "suppliers/[id]/account": ({ supplierId }) => `/suppliers/${supplierId}/account`,
  "purchases/orders/[id]": ({ purchaseOrderId }) => `/purchases/orders/${purchaseOrderId}`,
  "purchases/orders/[id]/edit": ({ draftOrderId }) => `/purchases/orders/${draftOrderId}/edit`,
  "purchases/receipts/[id]": ({ receiptId }) => `/purchases/receipts/${receiptId}`,
  "purchases/returns/[id]": ({ returnId }) => `/purchases/returns/${returnId}`,
  "purchases/credit-notes/[id]": ({ creditNoteId }) => `/purchases/credit-notes/${creditNoteId}`,
  "order/[token]": ({ orderPath }) => orderPath,
  "receipt/[token]": ({ receiptPath }) => receiptPath,
  "purchases/[id]": ({ purchaseId }) => `/purchases/${purchaseId}`,
  "stock/transfers/[id]": ({ transferId }) => `/stock/transfers/${transferId}`,
  "stock/counts/[id]": ({ countId }) => `/stock/counts/${countId}`,
  "stock/locations/[id]": ({ locationId }) => `/stock/locations/${locationId}`,
  "stock/adjustments/[id]": ({ adjustmentId }) => `/stock/adjustments/${adjustmentId}`,
  "suppliers/[id]": ({ supplierId }) => `/suppliers/${supplierId}`,
  "cash/registers/[id]": ({ registerId }) => `/cash/registers/${registerId}`,
  "cash/[id]": ({ shiftId }) => `/cash/${shiftId}`,
  "customers/[id]": ({ customerId }) => `/customers/${customerId}`,
  "sales/[id]": ({ saleId }) => `/sales/${saleId}`,
  "team/[id]": ({ memberId }) => `/team/${memberId}`,
  "team/invitations/[id]": ({ invitationId }) => `/team/invitations/${invitationId}`,
  "team/roles/[key]": () => "/team/roles/seller",
  "invite/[token]": ({ invitationPath }) => invitationPath,
  // A mail alone holds a sound token: what is looked at here is the answer to one that was used.
  "reset/[token]": () => "/reset/used",
  "verify/[token]": () => "/verify/done",
};

/** A page's address in this shop, by its folder's name: "/sales/[id]"; what has no unknown part stays as it is. */
export function addressIn(shop: Samples, path: string): string {
  return SAMPLES[path.slice(1)]?.(shop) ?? path;
}

/** For developers: production answers 404. */
const HIDDEN = ["mail-outbox"];

/** Pages that look different in a shop without goods. */
const ALSO_EMPTY = ["products", "suppliers", "purchases", "sales", "pos", "back-office"];

const folders = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => file.replace(/\/?page\.tsx$/, ""))
  .sort();

/**
 * Every page that people can open, read from the folders of src/app: a new one is looked at, measured and photographed without being
 * named here. Only an address with an unknown part must say in SAMPLES what stands for it.
 */
export function listPages(shop: Samples): AppPage[] {
  return folders.flatMap((folder) => pagesOf(folder, shop));
}

/** Test titles are needed before there is a shop: the same pages with addresses that lead nowhere. */
export const pageNames: readonly string[] = listPages({ productId: "-", saleId: "-", customerId: "-", shiftId: "-", registerId: "-", importId: "-", familyId: "-", supplierId: "-", adjustmentId: "-", locationId: "-", transferId: "-", countId: "-", purchaseId: "-", purchaseOrderId: "-", draftOrderId: "-", receiptId: "-", returnId: "-", creditNoteId: "-", orderPath: "/-", receiptPath: "/-", priceListId: "-", priceRunId: "-", labelBatchId: "-", memberId: "-", invitationId: "-", invitationPath: "/-" }).map(({ name }) => name);

function pagesOf(folder: string, shop: Samples): AppPage[] {
  const route = folder.split("/").filter((part) => !part.startsWith("(")).join("/");
  if (HIDDEN.includes(route)) return [];
  const sample = SAMPLES[route];
  if (route.includes("[") && !sample) throw new Error(`${join(ROOT, folder)}/page.tsx has an unknown part in its address: name an example of it in e2e/support/pages.ts`);
  const path = addressIn(shop, `/${route}`);
  const name = route.replace(/\[\w+\]/, "one").replaceAll("/", "-") || "home";
  if (folder.startsWith("(public)")) return [{ name, path, as: "visitor" }];
  const full: AppPage = { name, path, as: "owner" };
  return ALSO_EMPTY.includes(route) ? [full, { name: `${name}-empty`, path, as: "newcomer" }] : [full];
}
