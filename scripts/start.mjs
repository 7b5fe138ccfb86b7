// npm start: the shop in production mode, from a fresh clone or a running one.
import { bootstrap } from "./boot/bootstrap.mjs";

await bootstrap(import.meta.url, async () => {
  const { build, serverFile } = await import("./boot/build.mjs");
  const { runShop } = await import("./shop/run-shop.ts");
  return runShop({ nodeEnv: "production", build, args: () => [serverFile] });
});
