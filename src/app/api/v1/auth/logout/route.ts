import { publicEndpoint } from "@/app/api/public-endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { endTokenFamily } from "@/modules/identity/commands/end-token-family.ts";
import { refreshBody } from "@/modules/identity/schema.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { z } from "zod";

export const POST = publicEndpoint({
  summary: "End a refresh token and its family",
  body: refreshBody,
  answer: z.null(),
  status: 204,
  run: async (visitor, { refresh_token: token }) => {
    await endTokenFamily(token, visitor);
    return accept(null);
  },
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
