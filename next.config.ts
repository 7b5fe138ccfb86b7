import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`, with the compiler that the project pins.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@react-pdf/renderer", "@node-rs/argon2", "pg", "hucre"],
  experimental: { authInterrupts: true },
};

export default createNextIntlPlugin("./src/app/i18n.ts")(config);
