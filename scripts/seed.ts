// npm run seed   two demo shops with a member of each kind, printed; run again it makes what is missing and changes nothing else
import { readFileSync } from "node:fs";
import { normalizeEmail } from "../src/modules/identity/rules/normalize-email.ts";
import type { Membership } from "../src/modules/identity/queries/find-membership.ts";
import { addMember } from "../src/modules/onboarding/commands/add-member.ts";
import { openShop } from "../src/modules/onboarding/commands/open-shop.ts";
import type { DefaultNames } from "../src/modules/onboarding/rules/default-names.ts";
import { databases } from "../src/platform/db/databases.ts";
import { sql } from "../src/platform/db/sql.ts";

interface DemoShop {
  slugPart: string;
  name: string;
  owner: string;
}

const PASSWORD = "mostrador de madera vieja";
const SHOPS: readonly DemoShop[] = [
  { slugPart: "ferreteria", name: "Ferretería El Yunque", owner: "Rosa Ibarra" },
  { slugPart: "kiosco", name: "Kiosco La Esquina", owner: "Omar Benítez" },
];
const STAFF: readonly { part: string; name: string; role: Membership["role"]; permissionSet: string | null }[] = [
  { part: "admin", name: "Elena Paz", role: "ADMIN", permissionSet: null },
  { part: "seller", name: "Nico Vera", role: "STAFF", permissionSet: "seller" },
  { part: "stock", name: "Tere Luna", role: "STAFF", permissionSet: "stock_keeper" },
  { part: "viewer", name: "Hugo Sosa", role: "STAFF", permissionSet: "viewer" },
];
/** Keeps the books of both shops: one person, two memberships. */
const ACCOUNTANT = { email: "accountant@demo.example", name: "Irma Costa", role: "STAFF", permissionSet: "accountant" } as const;

const catalogue = new URL("../src/messages/es-AR/onboarding.json", import.meta.url);
const { defaults } = JSON.parse(readFileSync(catalogue, "utf8")) as { defaults: DefaultNames };

async function tenantOf(email: string): Promise<string | null> {
  const [found] = await databases().control.rows<{ tenantId: string }>(sql`
    SELECT m.tenant_id AS "tenantId" FROM membership m JOIN "user" u ON u.id = m.user_id WHERE u.email = ${email} AND m.role = 'OWNER' ORDER BY m.created_at LIMIT 1`);
  return found?.tenantId ?? null;
}

async function ensureShop({ slugPart, name, owner }: DemoShop, now: Date): Promise<string> {
  const email = emailOf("owner", slugPart);
  const present = await tenantOf(email);
  if (present !== null) return present;
  const visitor = { now, address: null, userAgent: "seed", knownUserId: null };
  const opened = await openShop({ email, password: PASSWORD, name: owner, tenantName: name, acceptTerms: true }, visitor, defaults);
  if (!opened.ok) throw new Error(`The demo shop ${name} was refused: ${opened.code}`);
  return opened.value.membership.tenantId;
}

function emailOf(part: string, slugPart: string): string {
  const email = normalizeEmail(`${part}.${slugPart}@demo.example`);
  if (email === null) throw new Error("A demo address is not an address");
  return email;
}

async function seed(): Promise<void> {
  const now = new Date();
  const table: Record<string, string>[] = [];
  for (const shop of SHOPS) {
    const tenantId = await ensureShop(shop, now);
    table.push({ shop: shop.name, role: "OWNER", "e-mail": emailOf("owner", shop.slugPart) });
    const people = [...STAFF.map((person) => ({ ...person, email: emailOf(person.part, shop.slugPart) })), ACCOUNTANT];
    for (const { email, name, role, permissionSet } of people) {
      // Refused with "conflict" when a former run added the person.
      await addMember({ tenantId, email, name, password: PASSWORD, role, permissionSet }, now);
      table.push({ shop: shop.name, role: permissionSet ?? role, "e-mail": email });
    }
  }
  console.table(table);
  console.log(`Password of all: ${PASSWORD}`);
}

try {
  await seed();
} finally {
  await Promise.all([databases().control.close(), databases().tenants.close()]);
}
