/** The error that the work ends with, or null when it succeeds: for tests that look at both. */
export async function failureOf(work: () => unknown): Promise<(Error & { code?: string }) | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error as Error & { code?: string };
  }
}
