import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { DATA_POLICY, THREAD_POLICY } from "./src/platform/security-headers.ts";

const policy = (value: string) => [{ key: "Content-Security-Policy", value }];

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`, with the compiler that the project pins.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@react-pdf/renderer", "pdfkit", "@node-rs/argon2", "pg", "redis", "hucre"],
  experimental: {
    authInterrupts: true,
    // No program reads the maps of the server's scripts, and a fifth of the build went into them and the cache of one that is never built again.
    turbopackSourceMaps: false,
    turbopackFileSystemCacheForBuild: process.env["BUILD_CACHE"] === "keep",
  },
  // What needs a nonce stands in src/proxy.ts, what never changes in src/platform/send-headers.ts.
  headers: async () => [
    { source: "/_next/static/:path*", headers: policy(THREAD_POLICY) },
    { source: "/api/v1/:path*", headers: policy(DATA_POLICY) },
    { source: "/api/auth/:path*", headers: policy(DATA_POLICY) },
  ],
};

const withIntl = createNextIntlPlugin({
  requestConfig: "./src/app/i18n.ts",
  // Messages are compiled at build time: the browser carries no parser of them.
  experimental: { messages: { path: "./src/messages", format: "json", locales: "infer", precompile: true, sourceLocale: "es-AR" } },
});

export default withIntl(config);
