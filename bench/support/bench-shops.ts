import { signAccessToken } from "@/modules/identity/access-token.ts";
import { openShop, type TestShop } from "../../tests/support/open-shop.ts";

export interface BenchShop extends TestShop {
  /** Bearer token of the owner. */
  token: string;
}

/** Makes this process a part of the shop on the given database, as if it were the server. Before the first query. */
export function joinDatabase(urls: { appUrl: string; controlUrl: string }, secrets: { NEXTAUTH_SECRET: string; JWT_SECRET: string }): void {
  Object.assign(process.env, { LOG_LEVEL: "error", RATE_LIMIT_SCALE: "1000", APP_DATABASE_URL: urls.appUrl, CONTROL_DATABASE_URL: urls.controlUrl, ...secrets });
}

/** Shops opened by the command behind the sign-up page. */
export async function openShops(count: number): Promise<BenchShop[]> {
  const shops: BenchShop[] = [];
  for (let i = 1; i <= count; i += 1) {
    const shop = await openShop({ tenantName: `Bench ${i}` });
    shops.push({ ...shop, token: await signAccessToken(shop.membership, new Date()) });
  }
  return shops;
}
