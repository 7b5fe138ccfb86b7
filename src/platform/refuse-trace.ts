import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** The one method that node's parser takes and Next's Request cannot hold: it would answer 500. Under another unknown name it is refused as those are. */
export function refuseTrace(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method === "TRACE") request.method = "PROPFIND";
  });
}
