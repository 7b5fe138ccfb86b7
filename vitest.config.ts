import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL("./src", import.meta.url)) };
const database = { globalSetup: ["tests/support/global-setup.ts"], testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      { extends: true, test: { name: "rules", include: ["src/**/*.test.{ts,tsx}"] } },
      { extends: true, test: { name: "laws", include: ["tests/laws/**/*.test.ts"], ...database } },
      { extends: true, test: { name: "commands", include: ["tests/**/*.test.ts"], exclude: ["tests/laws/**", "tests/support/**"], ...database } },
    ],
  },
});
