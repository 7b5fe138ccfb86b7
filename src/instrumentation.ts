import { env } from "@/platform/env.ts";

/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { checkStart } = await import("@/platform/db/check-start.ts");
  await checkStart();
  const { refuseTrace } = await import("@/platform/refuse-trace.ts");
  refuseTrace();
  const { sendHeaders } = await import("@/platform/send-headers.ts");
  sendHeaders();
  if (!env.JOBS) return;
  const { startWorker } = await import("@/jobs/worker.ts");
  startWorker();
}
