import { expect, it } from "vitest";
import { addressGroup, SIGN_IN_BY_ACCOUNT, stretchesAt } from "./attempt-limits.ts";

it.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("%s counts as %s", (address, name) => expect(addressGroup(address)).toEqual({ name, scale: 1 }));

it("counts visitors of unknown address together, with more room", () => expect(addressGroup(null).scale).toBeGreaterThan(10));

it("aligns stretches to the clock and scales them", () => {
  const now = new Date("2026-11-21T15:04:31.500Z");
  expect(stretchesAt([{ seconds: 30, most: 5 }, { seconds: 3_600, most: 45 }], now, 2)).toEqual([
    { seconds: 30, startsAt: new Date("2026-11-21T15:04:30Z"), endsAt: new Date("2026-11-21T15:05:00Z"), most: 10 },
    { seconds: 3_600, startsAt: new Date("2026-11-21T15:00:00Z"), endsAt: new Date("2026-11-21T16:00:00Z"), most: 90 },
  ]);
  expect(stretchesAt([{ seconds: 30, most: 5 }], now, 0.001)[0]!.most).toBe(1);
});

it("C2 lets at most 100 guesses of any hour reach the hash", () => expect(2 * SIGN_IN_BY_ACCOUNT.at(-1)!.most).toBeLessThanOrEqual(100));
