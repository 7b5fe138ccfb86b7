# One image for the shop and its migration job: both always are of the same version. docs/operations.md says how to run it,
# e2e/container.spec.ts runs what it holds.
# The Node of package.json (optionalDependencies).
ARG NODE=24.21.0

FROM node:${NODE}-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --include=dev --include=optional --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs
RUN node scripts/image/gather-migration.mjs /migration

FROM node:${NODE}-bookworm-slim AS shop
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 HOSTNAME=0.0.0.0 PORT=3000 DATA_DIR=/tmp/mostrador KEEP_ALIVE_TIMEOUT=75000
COPY --from=build /build/.next/standalone /shop
COPY --from=build /migration /migration
WORKDIR /shop
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
