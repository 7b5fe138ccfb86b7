const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

/**
 * Milliseconds between the medians of two deeds that must take the same time, done in turns. A gap of the code is in every round, one of a
 * crowded machine is not: the least of three rounds is told, and a round below `enough` ends it. (200 each, once: `npm run bench:timing`.)
 */
export async function medianGap(deeds: readonly [(i: number) => Promise<unknown>, (i: number) => Promise<unknown>], enough: number): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 3 && least >= enough; round += 1) {
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i < 60; i += 1) {
      for (const [which, deed] of deeds.entries()) {
        const start = performance.now();
        await deed(round * 60 + i);
        times[which]!.push(performance.now() - start);
      }
    }
    least = Math.min(least, Math.abs(median(times[0]) - median(times[1])));
  }
  return least;
}
