import { publicEndpoint } from "@/app/api/public-endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { endTokenFamily } from "@/modules/identity/commands/end-token-family.ts";
import { refreshBody } from "@/modules/identity/schema.ts";

export const POST = publicEndpoint({
  summary: "End a refresh token and its family",
  body: refreshBody,
  status: 204,
  run: async (visitor, { refresh_token: token }) => accept(await endTokenFamily(token, visitor)),
});
