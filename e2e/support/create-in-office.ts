import { expect, type APIRequestContext } from "@playwright/test";
import type { E2eShop } from "./open-shop.ts";

/** Plants records through the back office's API; answers what it answered. */
export function createInOffice(request: APIRequestContext, { accessToken }: E2eShop) {
  return async (path: string, data: object): Promise<{ id: string }> => {
    const response = await request.post(`/api/v1/back-office/${path}`, { headers: { authorization: `Bearer ${accessToken}` }, data });
    expect(response.ok(), await response.text()).toBe(true);
    return (await response.json()) as { id: string };
  };
}
