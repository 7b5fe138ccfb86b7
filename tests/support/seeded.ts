/** Random whole numbers below a bound, the same again for the same seed (SEED in the environment); prints the seed, so that a failure can be repeated. */
export function seeded(): (below: number) => number {
  const seed = Number(process.env["SEED"]) || 1 + (Date.now() % 2_000_000);
  console.log(`SEED=${seed}`);
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}
