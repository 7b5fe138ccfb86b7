// Lets Node run the project's TypeScript as it stands: "@/…" means src/, as in tsconfig.json. Use: node --import ./scripts/alias.mjs file.ts
import { registerHooks } from "node:module";

const src = new URL("../src/", import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    return next(specifier.startsWith("@/") ? new URL(specifier.slice(2), src).href : specifier, context);
  },
});
