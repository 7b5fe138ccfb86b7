// Lets Node itself run our TypeScript: "@/x" is src/x, and JSON needs no import attribute (as in the bundler).
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";

const source = `${pathToFileURL(join(checkout, "src")).href}/`;

registerHooks({
  resolve(specifier, context, next) {
    const asked = specifier.startsWith("@/") ? source + specifier.slice(2) : specifier;
    return next(asked, asked.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context);
  },
  load: (url, context, next) => next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
});
