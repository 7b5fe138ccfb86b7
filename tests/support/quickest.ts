/** Milliseconds of the quickest of five runs: what else the machine was doing lengthens some of them, hardly all. */
export function quickest(run: () => unknown): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}
