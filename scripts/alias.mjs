// Lets Node run the project's TypeScript as it stands: "@/…" means src/, as in tsconfig.json, and JSON is imported
// without an attribute, as the bundler does. Use: node --import ./scripts/alias.mjs file.ts
import { registerHooks } from "node:module";

const src = new URL("../src/", import.meta.url);
const asJson = (url, context) => (url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context);

registerHooks({
  resolve(specifier, context, next) {
    const asked = specifier.startsWith("@/") ? new URL(specifier.slice(2), src).href : specifier;
    return next(asked, asJson(asked, context));
  },
  load: (url, context, next) => next(url, asJson(url, context)),
});
