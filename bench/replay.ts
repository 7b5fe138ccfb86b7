// npm run bench:replay   a real month of a wholesaler (RETAIL_LEDGER or ../shared/data) through the commands, against sums made without them
import { randomBytes } from "node:crypto";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { databases } from "@/platform/db/databases.ts";
import { openTestDatabase } from "../scripts/database/open-test-database.ts";
import { joinDatabase, openShops } from "./support/bench-shops.ts";
import { compareLedger } from "./support/compare-ledger.ts";
import { realLedger, type Ledger } from "./support/ledger-lines.ts";
import { printTable } from "./support/print-table.ts";
import { replayLedger } from "./support/replay-ledger.ts";

const WORKERS = 8;

async function replay({ name, lines }: Ledger, ownerUrl: string): Promise<boolean> {
  const [shop] = await openShops(1);
  const played = await replayLedger(shop!, lines, WORKERS);
  const skipped = Object.entries(played.skipped).map(([reason, count]) => `${count} ${reason}`).join(", ");
  console.log(`${name}: ${lines.length} lines, ${played.sold} sold; left out: ${skipped}`);
  console.log(`${played.products} products in ${played.productSeconds.toFixed(1)} s, ${played.sales} sales of ${(played.sold / played.sales).toFixed(0)} lines on average in ${played.saleSeconds.toFixed(1)} s, ${WORKERS} at once`);
  for (const refusal of played.refused.slice(0, 5)) console.log(`  refused: ${refusal}`);

  const comparisons = await compareLedger(ownerUrl, shop!.tenantId, lines);
  printTable(["", "raw file, by SQL", "shop", ""], comparisons.map(({ what, ledger, shop: ours }) => [what, ledger, ours, ledger === ours ? "equal" : "DIFFERENT"]));
  const findings = await auditTenant(shop!.ctx.db);
  const met = played.refused.length === 0 && findings.length === 0 && comparisons.every(({ ledger, shop: ours }) => ledger === ours);
  console.log(`\nAudit: ${findings.length} findings. Goal: nothing refused, all sums equal, a clean audit: ${met ? "met" : "MISSED"}.`);
  return met;
}

const ledger = realLedger();
if (ledger === null) {
  console.error("The ledger is not on this machine: set RETAIL_LEDGER to online-retail-2010-12.csv.gz, or put it in ../shared/data.");
  process.exitCode = 1;
} else {
  const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("hex"), JWT_SECRET: randomBytes(32).toString("hex") };
  const database = await openTestDatabase(secrets.NEXTAUTH_SECRET);
  joinDatabase(database, secrets);
  try {
    process.exitCode = (await replay(ledger, database.ownerUrl)) ? 0 : 1;
  } finally {
    await Promise.all([databases().tenants.close(), databases().control.close()]);
    await database.close();
  }
}
