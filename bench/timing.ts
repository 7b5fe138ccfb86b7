// npm run bench:timing: what the time of an answer tells a stranger about an address, over HTTP on the production build.
import { callFormAction } from "../e2e/support/call-action.ts";
import { builtActions } from "../e2e/support/read-build.ts";
import { build } from "../scripts/boot/build.mjs";
import { serveBuild } from "../scripts/suite/serve-build.ts";
import { percentiles } from "./support/percentiles.ts";
import { printTable } from "./support/print-table.ts";

const EACH = 200;
const PASSWORD = "lluvia sobre el techo de chapa";

await build();
const shop = await serveBuild();
const KNOWN = "conocida@example.com";
const post = (path: string, body: object) => fetch(shop.url + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const forgot = builtActions().find(({ name }) => name === "forgotPasswordAction")!;

const QUESTIONS: readonly (readonly [string, (email: string) => Promise<string>])[] = [
  ["sign-in by the API, wrong password", async (email) => {
    const answer = await post("/api/v1/auth/login", { email, password: "otra frase que no es la suya" });
    return `${answer.status} ${await answer.text()}`;
  }],
  ["forgotten password, the page's form", async (email) => {
    const { status, verdict } = await callFormAction(shop.url, { id: forgot.id, page: "/forgot", cookie: null, slug: null, input: { email } });
    return `${status} ${verdict}`;
  }],
];

try {
  await post("/api/v1/auth/register", { email: KNOWN, password: PASSWORD, name: "Marta", tenantName: "El Yunque", acceptTerms: true });
  const rows: string[][] = [];
  for (const [name, ask] of QUESTIONS) {
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    const answers = new Set<string>();
    for (let i = -5; i < EACH; i += 1) {
      // In turns, the first now one and now the other, so that nothing that comes in waves falls on one side.
      for (const kind of i % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)) {
        const begun = performance.now();
        answers.add(await ask(kind === "known" ? KNOWN : `nadie${i}@example.com`));
        if (i >= 0) times[kind].push(performance.now() - begun);
      }
    }
    const [known, unknown] = [percentiles(times.known), percentiles(times.unknown)];
    rows.push([name, known.p50.toFixed(1), unknown.p50.toFixed(1), Math.abs(known.p50 - unknown.p50).toFixed(1), String(answers.size)]);
  }
  printTable(["question", "known, median ms", "unknown", "gap", "different answers"], rows);
} finally {
  await shop.stop();
}
