import { expect, inject, test } from "vitest";
import { readiness } from "@/platform/db/readiness.ts";
import { refuseUnboundRole } from "@/platform/db/refuse-unbound-role.ts";
import { failureOf } from "../support/failure-of.ts";

// A file of its own: the process's connections are opened once, from these variables.

test("B18: an application that connects as the owner is not ready, and stops at its start", async () => {
  process.env["APP_DATABASE_URL"] = inject("ownerUrl");
  expect(await readiness()).toMatchObject({ ready: false, checks: { tenantDatabase: "failed" } });
  expect((await failureOf(refuseUnboundRole))?.message).toMatch(/row-level security does not bind/);
});
