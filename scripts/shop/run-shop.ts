import { networkInterfaces } from "node:os";
import { report } from "../boot/fault.mjs";
import { say } from "../boot/say.mjs";
import { claimCheckout } from "./claim-checkout.ts";
import { awaitEnding } from "./ending.ts";
import { loadEnvironment, type ShopEnvironment } from "./load-environment.ts";
import { openDatabase, type OpenDatabase } from "./open-database.ts";
import { demandPort, serve, type Server } from "./serve.ts";

export type Kind = {
  nodeEnv: "production" | "development";
  /** Arguments of node, once the address is known. */
  args: (host: string, port: number) => readonly string[];
  /** Done before the database is opened: the build. */
  build?: () => Promise<void>;
  /** Done after the migrations, before the server starts: the demo shops. */
  prepare?: (database: OpenDatabase) => Promise<void>;
};

/** The server sees the two application roles only; the owner's password stays here. */
function serverEnvironment(kind: Kind, shop: ShopEnvironment, database: OpenDatabase): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, POSTGRES_PASSWORD: _super, ...rest } = process.env;
  return {
    ...rest, NODE_ENV: kind.nodeEnv, NEXT_TELEMETRY_DISABLED: "1", APP_DATABASE_URL: database.appUrl, CONTROL_DATABASE_URL: database.controlUrl,
    NEXTAUTH_URL: shop.url, PORT: String(shop.port), HOST: shop.host, HOSTNAME: shop.host, DATA_DIR: shop.dataDir,
  };
}

function addresses(shop: ShopEnvironment): string[] {
  if (shop.host !== "0.0.0.0") return [shop.url];
  const own = Object.values(networkInterfaces()).flat().filter((face) => face !== undefined && face.family === "IPv4" && !face.internal);
  return [shop.url, ...own.map((face) => `http://${face?.address}:${shop.port}`)];
}

/** Opens the shop and keeps it open until the operator ends it. Answers the exit code. */
export async function runShop(kind: Kind): Promise<number> {
  const shop = loadEnvironment();
  const giveBack = claimCheckout(shop.dataDir, shop.url);
  let server: Server | undefined;
  let database: OpenDatabase | undefined;
  const ending = awaitEnding(() => server?.stopNow());
  try {
    await demandPort(shop.port, shop.host);
    await kind.build?.();
    if (ending.requested) return 0;
    database = await openDatabase(shop.dataDir, shop.secrets);
    if (!ending.requested) await kind.prepare?.(database);
    if (ending.requested) return 0;
    server = await serve({ args: kind.args(shop.host, shop.port), env: serverEnvironment(kind, shop, database), host: shop.host, port: shop.port });
    console.log(`\n  Mostrador is open: ${addresses(shop).join("  ")}\n  Ctrl-C closes it.\n`);
    const why = await Promise.race([
      ending.asked.then(() => "asked" as const), server.gaveUp.then(() => "server" as const), database.ended.then(() => "database" as const),
    ]);
    if (why === "server") say("The server ends again and again; its last words stand above");
    if (why === "database") say("The database ended by itself; start again to let it recover");
    return why === "asked" ? 0 : 1;
  } catch (error) {
    return report(error);
  } finally {
    if (ending.requested) say("Closing");
    await server?.stop();
    await database?.close();
    giveBack();
    ending.release();
  }
}
