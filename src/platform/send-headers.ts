import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { FIXED_HEADERS, STRICT_TRANSPORT } from "./security-headers.ts";

/** Before Next looks at a request: what its own configuration says of headers does not stand on the redirects that it makes of slashes. */
export function sendHeaders(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    for (const [name, value] of Object.entries(FIXED_HEADERS)) response.setHeader(name, value);
    if (request.headers["x-forwarded-proto"] === "https") response.setHeader("Strict-Transport-Security", STRICT_TRANSPORT);
  });
}
