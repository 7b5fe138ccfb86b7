/** Headers that stand on every answer, whatever makes it (send-headers.ts). */
export const FIXED_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // The camera reads barcodes; the rest of a device is no business of ours.
  "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
};

/** Two years, for the host and all below it (ASVS 3.4.1). Sent over TLS only; elsewhere browsers must ignore it (RFC 6797 §8.1). */
export const STRICT_TRANSPORT = "max-age=63072000; includeSubDomains";

/** For answers that are data: nothing in them runs, frames or loads. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * For built files, and obeyed by those that are a thread: it loads from us alone and may run WebAssembly, which reads barcodes and which no page
 * may run (ui/camera).
 */
export const THREAD_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/**
 * For pages: only scripts that carry this answer's nonce run, and what they load. Style attributes are React's (positions, widths);
 * style sheets need the nonce or our origin. `isSecure`: people reach us over TLS. `isDevelopment`: React's error stacks need eval.
 */
export function pagePolicy(nonce: string, { isSecure, isDevelopment }: { isSecure: boolean; isDevelopment: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "media-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
