import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseEnv, variableNames } from "../../src/platform/env.ts";

const example = readFileSync(".env.example", "utf8");
const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);

const composed = [...readFileSync("docker-compose.yml", "utf8").matchAll(/\$\{([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name);

test(".env.example names every variable that the program or docker-compose.yml reads, and no other", () => {
  expect([...new Set(named)].sort()).toEqual([...new Set([...variableNames, ...composed])].sort());
});

test("the values of .env.example are accepted as they stand, once the secrets are filled in", () => {
  const values = Object.fromEntries([...example.matchAll(/^# ?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  const secret = "x".repeat(32);
  expect(() => parseEnv({ ...values, NEXTAUTH_SECRET: secret, JWT_SECRET: secret })).not.toThrow();
});

test("each wrong variable is named with what is expected of it", () => {
  const wrong = () => parseEnv({ NEXTAUTH_SECRET: "short", JWT_SECRET: "y".repeat(32), DATABASE_URL: "mysql://x/y", PORT: "70000", DB_PIPELINE: "yes" });
  expect(wrong).toThrow(/DATABASE_URL must look like postgresql:[\s\S]*NEXTAUTH_SECRET must have at least 32[\s\S]*PORT must be at most 65535[\s\S]*DB_PIPELINE must be 0 or 1/);
});

test("the application's URLs are derived from the owner's when absent, and asked for when they cannot be", () => {
  const secrets = { NEXTAUTH_SECRET: "x".repeat(32), JWT_SECRET: "y".repeat(32) };
  expect(parseEnv({ ...secrets, DATABASE_URL: "postgresql://owner:pw@db/shop" }).APP_DATABASE_URL).toMatch(/^postgresql:\/\/app_tenant:[0-9a-f]{64}@db\/shop$/);
  expect(() => parseEnv(secrets)).toThrow(/APP_DATABASE_URL is missing[\s\S]*CONTROL_DATABASE_URL is missing/);
});
