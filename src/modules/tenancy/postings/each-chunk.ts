import type { JobClaim } from "./keep-job.ts";

/**
 * Does a job's work chunk by chunk, each in a transaction of its own that answers where the next one starts, null after the last. It must
 * be work that finds what is left when it is begun again from `first`: after a kill, or when other shops had their turn (TurnOverError).
 */
export async function eachChunk<At>(job: JobClaim, first: At, chunk: (from: At) => Promise<At | null>): Promise<void> {
  for (let from: At | null = first; from !== null;) {
    from = await chunk(from);
    if (from !== null) await job.giveWay?.();
  }
}
