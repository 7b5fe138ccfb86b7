import { otherMethods } from "@/app/api/other-methods.ts";

/** Live: the process answers. Says nothing of its dependencies, so that an outage of the database does not make the host restart us. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
