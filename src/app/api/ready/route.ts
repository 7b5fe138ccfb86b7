import { otherMethods } from "@/app/api/other-methods.ts";
import { readiness } from "@/platform/db/readiness.ts";

/** Ready: both databases answer and the application's role is the powerless one. 503 takes this instance out of rotation, no more. */
export async function GET(): Promise<Response> {
  const { ready, checks } = await readiness();
  return Response.json({ status: ready ? "ready" : "not ready", checks }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
