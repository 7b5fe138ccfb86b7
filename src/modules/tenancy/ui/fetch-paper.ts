export interface PaperFile {
  /** Of this browser alone. */
  url: string;
  name: string;
}

/** The file behind an address of this shop, as the browser can show or keep it. Null: refused, or no connection. */
export async function fetchPaper(tenantSlug: string, address: string): Promise<PaperFile | null> {
  // By hand rather than by a link: the request must say for which shop this page was made.
  const response = await fetch(address, { headers: { "x-tenant-slug": tenantSlug } }).catch(() => null);
  if (!response?.ok) return null;
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "paper.pdf");
  return { url: URL.createObjectURL(await response.blob()), name };
}
