import { expect, it } from "vitest";
import { POST as login } from "@/app/api/v1/auth/login/route.ts";
import { newEmail, openShop } from "../support/open-shop.ts";

const post = (handler: (request: Request) => Promise<Response>, body: object) =>
  handler(new Request("http://127.0.0.1/api/v1/auth/x", { method: "POST", headers: { "content-type": "application/json", "accept-language": "en" }, body: JSON.stringify(body) }));

it("guesses at one account end in 429 with the seconds to wait, in header and words", async () => {
  const email = newEmail();
  let last: Response | undefined;
  for (let i = 0; i < 12 && last?.status !== 429; i += 1) last = await post(login, { email, password: "no es esta la frase" });
  const seconds = last!.headers.get("retry-after");
  expect([last!.status, Number(seconds) > 0 && Number(seconds) <= 30]).toEqual([429, true]);
  expect(await last!.json()).toMatchObject({ code: "rate_limited", status: 429, detail: expect.stringContaining(` ${seconds} s`) });
});

it("another account is not held up by it", async () => {
  const { credentials } = await openShop();
  expect((await post(login, credentials)).status).toBe(200);
});
