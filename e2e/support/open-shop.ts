import { randomUUID } from "node:crypto";
import { expect, type APIRequestContext, type BrowserContext } from "@playwright/test";

export const PASSWORD = "lluvia sobre el techo de chapa";

export interface E2eShop {
  email: string;
  password: string;
  accessToken: string;
  refreshToken: string;
  tenant: { id: string; slug: string; name: string };
}

export function newEmail(): string {
  return `e2e-${randomUUID()}@example.com`;
}

/** Opens a shop through the API: what a journey needs before it begins. */
export async function openShop(request: APIRequestContext, tenantName = "Almacén de prueba"): Promise<E2eShop> {
  const email = newEmail();
  const response = await request.post("/api/v1/auth/register", {
    data: { email, password: PASSWORD, name: "Marta Quiroga", tenantName, acceptTerms: true, locale: "es-AR" },
  });
  expect(response.status()).toBe(201);
  const { access_token, refresh_token, tenant } = (await response.json()) as { access_token: string; refresh_token: string; tenant: E2eShop["tenant"] };
  return { email, password: PASSWORD, accessToken: access_token, refreshToken: refresh_token, tenant };
}

/** Signs a browser in without its form, through next-auth: the cookie lands in the context that its pages share. */
export async function signInByRequest(context: BrowserContext, baseURL: string, { email, password }: Pick<E2eShop, "email" | "password">): Promise<void> {
  const headers = { origin: baseURL, "accept-language": "es-AR" };
  const { csrfToken } = (await (await context.request.get(`${baseURL}/api/auth/csrf`)).json()) as { csrfToken: string };
  await context.request.post(`${baseURL}/api/auth/callback/credentials`, { form: { csrfToken, email, password }, headers, maxRedirects: 0 });
  expect((await context.cookies()).map(({ name }) => name)).toContain("sid");
}
