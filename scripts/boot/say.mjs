// Progress on the terminal: one line per step, with its duration when it took long enough to wonder.
export const say = (line) => console.log(`  ${line}`);

/**
 * Runs a step that may take a while, telling every ten seconds that it still goes on.
 * @template T
 * @param {string} label what is being done, as "Installing …"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const from = Date.now();
  const seconds = () => Math.round((Date.now() - from) / 1000);
  say(`${label} …`);
  const ticking = setInterval(() => say(`  still ${label[0].toLowerCase()}${label.slice(1)} (${seconds()} s)`), 10_000);
  ticking.unref();
  try {
    const result = await work();
    if (seconds() > 2) say(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(ticking);
  }
}
