import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { signIn } from "@/modules/identity/commands/sign-in.ts";
import { claimAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import { databases } from "@/platform/db/databases.ts";
import { sharedRedis } from "@/platform/redis/shared-redis.ts";
import { newAddress, newEmail, openShop, visitor } from "../support/open-shop.ts";
import { startRedis, type RedisServer } from "../support/redis.ts";

const hashes = vi.hoisted(() => ({ count: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: (...given: Parameters<typeof real.verify>) => ((hashes.count += 1), real.verify(...given)) };
});

const WRONG = "otra frase que no es la suya";
const noon = new Date("2026-11-21T15:00:00Z");
const at = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);
const FEW = [{ seconds: 3_600, most: 30 }];

let server: RedisServer;
beforeAll(async () => {
  server = await startRedis();
  // The environment is read at its first use, which is after this.
  process.env["REDIS_URL"] = server.url;
});
afterAll(async () => {
  sharedRedis()?.close();
  server.thaw();
  await server.stop();
});

type Db = Parameters<typeof claimAttempt>[0];
const claim = (subject: string, db: Db = databases().control) => claimAttempt(db, [{ purpose: "test", subject, limits: FEW }], noon);
const keysHeld = async () => (await sharedRedis()!.run("return #redis.call('KEYS', '*')", [], [])) as number;
const guess = (email: string, seconds = 0, address: string | null = newAddress()) => signIn({ email, password: WRONG }, visitor({ address, now: at(seconds) }), null);

/** Until Redis counts again after a rest. */
async function untilCounted(): Promise<void> {
  await expect.poll(async () => {
    const claimed = await claim(newEmail());
    return claimed.ok && claimed.value.countedIn;
  }, { timeout: 15_000, interval: 200 }).toBe("redis");
}

it("C2 an hour of 1,000 guesses at one account: at most 100 reach the hash, counted in Redis, and it ends", async () => {
  const shop = await openShop();
  hashes.count = 0;
  let judged = 0;
  for (let i = 0; i < 1_000; i += 1) {
    const result = await guess(shop.credentials.email, i * 3.6);
    if (!result.ok && result.code === "bad_credentials") judged += 1;
  }
  expect([judged, hashes.count > 5, hashes.count <= 100]).toEqual([hashes.count, true, true]);
  expect(await keysHeld()).toBeGreaterThan(0);
  expect((await signIn(shop.credentials, visitor({ address: newAddress(), now: at(3_600) }), null)).ok).toBe(true);
});

it("a burst is counted one by one: 200 at once are 30 and 170", async () => {
  const subject = newEmail();
  const results = await Promise.all(Array.from({ length: 200 }, () => claim(subject)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(30);
});

it("D14 without Redis the database counts, and says no all the same", async () => {
  const email = newEmail();
  await server.stop();
  const codes = [];
  for (let i = 0; i < 14; i += 1) codes.push((await guess(email)) as { code?: string });
  expect(codes.map(({ code }) => code).filter((code) => code === "bad_credentials")).toHaveLength(10);
  expect(codes.at(-1)?.code).toBe("rate_limited");
  await server.startAgain();
  await untilCounted();
});

it("D14 a Redis that hangs costs one visitor half a second, and lets nobody through", async () => {
  const subject = newEmail();
  server.freeze();
  const start = performance.now();
  const results = [];
  for (let i = 0; i < 60; i += 1) results.push(await claim(subject));
  expect(results.filter(({ ok }) => ok)).toHaveLength(30);
  // Half a second for each of the 60 would be thirty.
  expect(performance.now() - start).toBeLessThan(15_000);
  server.thaw();
  await untilCounted();
});

it("D14 without Redis and without the database nobody comes in uncounted", async () => {
  await server.stop();
  const fail = () => Promise.reject(new Error("gone"));
  const gone: Db = { rows: fail, execute: fail };
  for (let i = 0; i < 3; i += 1) await expect(claim(newEmail(), gone)).rejects.toThrow("gone");
  await server.startAgain();
  await untilCounted();
});

it("an honest attempt is taken out of Redis again, and never below nothing", async () => {
  const shop = await openShop();
  for (let i = 0; i < 8; i += 1) expect((await signIn(shop.credentials, visitor({ address: "203.0.113.9", now: noon }), null)).ok).toBe(true);
});
