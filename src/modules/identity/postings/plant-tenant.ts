import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { slugCandidate } from "../rules/slug.ts";

const TRIES = 40;

/**
 * Writes the tenant under the first free slug of its name: "el-tornillo", "el-tornillo-2"… Two at once cannot get the same: the
 * second waits for the first to commit and takes the next. Answers the slug.
 */
export async function plantTenant(tx: ControlTx, id: string, name: string, now: Date): Promise<string> {
  const base = slugCandidate(name, 1);
  const taken = await tx.rows<{ slug: string }>(sql`
    SELECT slug FROM tenant WHERE slug = ${base} OR slug LIKE ${`${base}-%`}`);
  const known = new Set(taken.map(({ slug }) => slug));
  for (let number = 1, tries = 0; tries < TRIES; number += 1) {
    const slug = slugCandidate(name, number);
    if (known.has(slug)) continue;
    tries += 1;
    const planted = await tx.execute(sql`
      INSERT INTO tenant (id, slug, name, created_at) VALUES (${id}, ${slug}, ${name}, ${now}) ON CONFLICT (slug) DO NOTHING`);
    if (planted === 1) return slug;
  }
  throw new Error("No free slug was found for a new tenant");
}
