export interface LoopFigures {
  /** Milliseconds of processor time that this thread worked without letting anybody else in: 99 of 100 turns took at most this. */
  p99: number;
  most: number;
  /** Milliseconds by the clock between a turn and when it was due. What else runs on the machine counts too. */
  lateP99: number;
  lateMost: number;
}

const TICK_MS = 2;

/** Watches how long this thread keeps others waiting, until the answer is called. The processor's own clock leaves out what the rest of a busy machine does. */
export function watchLoop(): () => LoopFigures {
  const worked: number[] = [];
  const late: number[] = [];
  let cpu = process.threadCpuUsage();
  let at = performance.now();
  const timer = setInterval(() => {
    const used = process.threadCpuUsage(cpu);
    const now = performance.now();
    worked.push((used.user + used.system) / 1_000);
    late.push(Math.max(0, now - at - TICK_MS));
    cpu = process.threadCpuUsage();
    at = now;
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    const figures = [worked, late].map((all) => all.sort((a, b) => a - b));
    const of = (list: number[], share: number) => list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
    return { p99: of(figures[0]!, 0.99), most: of(figures[0]!, 1), lateP99: of(figures[1]!, 0.99), lateMost: of(figures[1]!, 1) };
  };
}
