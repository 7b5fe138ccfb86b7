import { afterAll, expect, it } from "vitest";
import { signIn } from "@/modules/identity/commands/sign-in.ts";
import { nextAuthOptions } from "@/modules/identity/next-auth-options.ts";
import { findMembershipOfToken } from "@/modules/identity/queries/find-membership-of-token.ts";
import { findSession } from "@/modules/identity/queries/find-session.ts";
import { signAccessToken } from "@/modules/identity/access-token.ts";
import { databases } from "@/platform/db/databases.ts";
import { isUnavailable } from "@/platform/db/is-unavailable.ts";
import { openControlDatabase } from "@/platform/db/control-client.ts";
import { openShop, visitor } from "../support/open-shop.ts";

const held = databases() as { control: ReturnType<typeof databases>["control"] };
const { control } = held;
const gone = openControlDatabase({ connectionString: "postgresql://app_control:x@127.0.0.1:9/none", max: 2, pipeline: true, prepare: false, applicationName: "outage" });

async function duringOutage<T>(work: () => Promise<T>): Promise<T> {
  held.control = gone;
  try {
    return await work();
  } finally {
    held.control = control;
  }
}

afterAll(() => gone.close());

it("D15 a database that does not answer throws, and signs nobody out", async () => {
  const shop = await openShop();
  const signedIn = await signIn(shop.credentials, visitor(), null);
  if (!signedIn.ok) throw new Error(signedIn.code);
  const { secret } = signedIn.value;
  const bearer = `Bearer ${await signAccessToken(shop.membership, new Date())}`;
  const asks: (() => Promise<unknown>)[] = [() => findSession(secret, new Date()), () => findMembershipOfToken(bearer, new Date()), () => signIn(shop.credentials, visitor(), null)];
  for (const ask of asks) {
    const error = await duringOutage(ask).then(() => null, (thrown: unknown) => thrown);
    expect(isUnavailable(error)).toBe(true);
  }
  expect(await findSession(secret, new Date())).not.toBeNull();
  expect(await findMembershipOfToken(bearer, new Date())).not.toBeNull();
});

it("D15 next-auth's callbacks ask no database, so an outage clears no cookie", async () => {
  const { callbacks } = nextAuthOptions();
  await duringOutage(async () => {
    expect(await callbacks!.jwt!({ token: { sid: "s", tenantId: "x" }, trigger: "update", session: { tenantId: "b", role: "OWNER" } } as never)).toEqual({ sid: "s" });
    expect(await callbacks!.session!({ session: { expires: "later", user: {} } } as never)).toEqual({ expires: "later" });
  });
});

it("D5 what update() sends never reaches the token", async () => {
  const token = await nextAuthOptions().callbacks!.jwt!({ token: { sid: "s" }, trigger: "update", session: { sid: "other", tenantId: "b", role: "OWNER" } } as never);
  expect(token).toEqual({ sid: "s" });
});

it.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http://127.0.0.1:3000.evil.example/", "http://127.0.0.1:3000@evil.example/x"])(
  "C23 callbackUrl %s leads home",
  async (url) => expect(await nextAuthOptions().callbacks!.redirect!({ url, baseUrl: "http://127.0.0.1:3000" })).toBe("http://127.0.0.1:3000/products"),
);

it("C23 callbackUrl within leads there", async () => {
  const redirect = nextAuthOptions().callbacks!.redirect!;
  expect(await redirect({ url: "/sales?page=2", baseUrl: "http://127.0.0.1:3000" })).toBe("http://127.0.0.1:3000/sales?page=2");
  expect(await redirect({ url: "http://127.0.0.1:3000/sales", baseUrl: "http://127.0.0.1:3000" })).toBe("http://127.0.0.1:3000/sales");
});
