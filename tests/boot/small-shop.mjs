// The shop's whole frame (environment, claim, database, migrations, supervision) around a server that only answers: needs no build.
import { report } from "../../scripts/boot/fault.mjs";
import { runShop } from "../../scripts/shop/run-shop.ts";

process.exit(await runShop({ nodeEnv: "production", args: () => ["tests/boot/answering-server.mjs"] }).catch(report));
