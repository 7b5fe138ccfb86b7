export type Called<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

export interface Caller {
  tenantSlug: string;
  locale: string;
  /** Said when nothing better is known. */
  defect: string;
}

const BASE = "/api/v1/back-office";

/** Asks the imports' endpoints as the app's own page. What goes wrong comes back in the page's language. */
export async function callImports<T>({ tenantSlug, locale, defect }: Caller, method: "GET" | "POST" | "PATCH", path: string, body?: FormData | object): Promise<Called<T>> {
  const isForm = body instanceof FormData;
  const headers = { "x-tenant-slug": tenantSlug, "accept-language": locale, ...(body === undefined || isForm ? {} : { "content-type": "application/json" }) };
  try {
    const sent = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
    const response = await fetch(BASE + path, { headers, ...sent, method });
    const json = (await response.json()) as T & { code?: string; detail?: string };
    return response.ok ? { ok: true, value: json } : { ok: false, code: json.code ?? "defect", message: json.detail ?? defect };
  } catch {
    return { ok: false, code: "defect", message: defect };
  }
}

/** Fetches a file, since a plain link could not say for which shop it asks, and hands it to the browser. */
export async function downloadRejected({ tenantSlug, locale, defect }: Caller, id: string, format: "xlsx" | "csv"): Promise<string | null> {
  const response = await fetch(`${BASE}/imports/${id}/rejected?format=${format}`, { headers: { "x-tenant-slug": tenantSlug, "accept-language": locale } }).catch(() => null);
  if (!response?.ok) return defect;
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = named === undefined ? `import.${format}` : decodeURIComponent(named);
  link.click();
  URL.revokeObjectURL(link.href);
  return null;
}
