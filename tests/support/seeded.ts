import fc from "fast-check";

/** Random whole numbers below a bound, the same again for the same seed (SEED in the environment); prints the seed, so that a failure can be repeated. */
export function seeded(): (below: number) => number {
  let state = tellSeed();
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

/** So many of an arbitrary, the same again for the same seed; prints the seed. */
export function drawn<T>(one: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(one, { numRuns: count, seed: tellSeed() });
}

function tellSeed(): number {
  const seed = Number(process.env["SEED"]) || 1 + (Date.now() % 2_000_000);
  console.log(`SEED=${seed}`);
  return seed;
}
