import { expect, it } from "vitest";
import { judgeRefresh, type RefreshState } from "./refresh-grace.ts";

const now = new Date("2026-11-21T15:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const fresh: RefreshState = { expiresAt: ago(-60), usedAt: null, revokedAt: null, successorUsed: false };

it.each<[string, Partial<RefreshState>, string]>([
  ["fresh", {}, "rotate"],
  ["expired", { expiresAt: ago(0) }, "invalid"],
  ["used a moment ago (E6)", { usedAt: ago(30) }, "repeat"],
  ["used long ago (E4)", { usedAt: ago(31) }, "reuse"],
  ["used a moment ago, its successor used too (E4)", { usedAt: ago(1), successorUsed: true }, "reuse"],
  ["revoked", { revokedAt: ago(1) }, "invalid"],
  ["revoked after use", { usedAt: ago(1), revokedAt: ago(1) }, "invalid"],
])("a %s token", (_, state, verdict) => expect(judgeRefresh({ ...fresh, ...state }, now)).toBe(verdict));
