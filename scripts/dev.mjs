// npm run dev: the same shop with hot reload and two demo shops.
import { bootstrap } from "./boot/bootstrap.mjs";

await bootstrap(import.meta.url, async () => {
  const { runShop } = await import("./shop/run-shop.ts");
  const { seedDemo } = await import("./shop/seed-demo.ts");
  return runShop({
    nodeEnv: "development",
    prepare: seedDemo,
    args: (host, port) => ["node_modules/next/dist/bin/next", "dev", "--hostname", host, "--port", String(port)],
  });
});
