import { expect, test } from "vitest";
import { readiness } from "@/platform/db/readiness.ts";
import { refuseUnboundRole } from "@/platform/db/refuse-unbound-role.ts";

test("B18: control: as app_tenant it is ready and starts", async () => {
  expect(await readiness()).toMatchObject({ ready: true });
  await refuseUnboundRole();
});
