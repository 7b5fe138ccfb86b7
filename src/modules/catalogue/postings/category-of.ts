import { newId } from "@/kernel/id.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { CreateProductInput } from "../schema.ts";

/** The category that an input names, by id or by name; a name that is new makes the category. Undefined: it says nothing about it. */
export async function categoryOf(tx: TenantTx, { categoryId, categoryName }: Pick<CreateProductInput, "categoryId" | "categoryName">): Promise<string | null | undefined> {
  if (!categoryName) return categoryId;
  await tx.execute(sql`INSERT INTO category (id, name) VALUES (${newId()}, ${categoryName}) ON CONFLICT (tenant_id, name) DO NOTHING`);
  const [category] = await tx.rows<{ id: string }>(sql`SELECT id FROM category WHERE name = ${categoryName}`);
  return category!.id;
}
