const PAGES: Readonly<Record<string, string>> = { sale: "/sales", sale_cancellation: "/sales", sale_return: "/sales", adjustment: "/stock/adjustments", transfer: "/stock/transfers", count: "/stock/counts", import: "/products/import", purchase: "/purchases", goods_receipt: "/purchases/receipts", supplier_return: "/purchases/returns" };

/** The page of the document behind a movement (of a return: that of its sale, which finds it by either id); null where the movement is its own document. */
export function documentHref({ kind, id }: { kind: string; id: string }): string | null {
  const page = PAGES[kind];
  return page === undefined ? null : `${page}/${id}`;
}
