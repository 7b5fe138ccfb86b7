import { spawn } from "node:child_process";
import { expect, test } from "@playwright/test";

// The short form of `npm run chaos`, against a server and a database of its own: both are killed while counters sell.

function chaos(...args: string[]): Promise<{ code: number | null; told: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["scripts/run.mjs", "bench/chaos.ts", ...args], { env: { ...process.env, CHAOS: "short" }, stdio: ["ignore", "pipe", "pipe"] });
    let told = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => { told += text; });
    // The server's log tells of every blow, as it should: line by line, in JSON.
    child.once("close", (code) => resolve({ code, told: told.split("\n").filter((line) => !line.startsWith("{")).join("\n") }));
  });
}

test("I13 I14 PostgreSQL and the server are killed while counters sell: nothing acknowledged is lost, nothing doubled, oversold or missing", async () => {
  test.setTimeout(180_000);
  const { code, told } = await chaos();
  console.log(told);
  expect([code, told]).toEqual([0, expect.stringMatching(/books right, selling again within \d+ s: met/)]);
});

test("control: of a database that answers before it writes, the losses are seen", async () => {
  test.setTimeout(180_000);
  const { code, told } = await chaos("--control");
  expect([code, told]).toEqual([0, expect.stringContaining("answers before it writes: seen")]);
});
