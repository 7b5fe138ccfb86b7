import { publicEndpoint } from "@/app/api/public-endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { refreshTokens } from "@/modules/identity/commands/refresh-tokens.ts";
import { refreshBody, tokenAnswerShape } from "@/modules/identity/schema.ts";
import { tokenAnswer } from "@/modules/identity/token-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const POST = publicEndpoint({
  summary: "Change a refresh token for new tokens; a used one ends its family",
  body: refreshBody,
  answer: tokenAnswerShape,
  refusals: ["refresh_invalid", "rate_limited"],
  run: async (visitor, { refresh_token: token }) => {
    const refreshed = await refreshTokens(token, visitor);
    return refreshed.ok ? accept(await tokenAnswer(refreshed.value.membership, refreshed.value.refreshToken, visitor.now, refreshed.value.provedAt)) : refreshed;
  },
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
