/** How the operator ends the shop. A second signal means "at once". */
export type Ending = { asked: Promise<void>; requested: boolean; insisted: boolean; release: () => void };

/**
 * Listens for Ctrl-C and SIGTERM. Under npm it also watches whether npm is still there: a shell between us and npm
 * may die of the signal without handing it on, and nothing may go on answering then.
 */
export function awaitEnding(onInsist: () => void): Ending {
  const parent = process.ppid;
  let resolve: () => void = () => undefined;
  const ending: Ending = { asked: new Promise<void>((done) => { resolve = done; }), requested: false, insisted: false, release: () => clearInterval(watch) };
  const ask = (): void => {
    if (ending.requested && !ending.insisted) {
      ending.insisted = true;
      onInsist();
    }
    ending.requested = true;
    resolve();
  };
  let last = 0;
  const onSignal = (): void => {
    // Ctrl-C arrives twice when both the terminal and npm send it.
    if (Date.now() - last > 500) ask();
    last = Date.now();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  const watch = setInterval(() => {
    if (process.env["npm_lifecycle_event"] !== undefined && process.ppid !== parent && !ending.requested) ask();
  }, 500);
  watch.unref();
  return ending;
}
