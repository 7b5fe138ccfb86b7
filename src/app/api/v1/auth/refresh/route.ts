import { publicEndpoint } from "@/app/api/public-endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { refreshTokens } from "@/modules/identity/commands/refresh-tokens.ts";
import { refreshBody, tokenAnswerShape } from "@/modules/identity/schema.ts";
import { tokenAnswer } from "@/modules/identity/token-answer.ts";

export const POST = publicEndpoint({
  summary: "Change a refresh token for new tokens; a used one ends its family",
  body: refreshBody,
  answer: tokenAnswerShape,
  run: async (visitor, { refresh_token: token }) => {
    const refreshed = await refreshTokens(token, visitor);
    return refreshed.ok ? accept(await tokenAnswer(refreshed.value.membership, refreshed.value.refreshToken, visitor.now)) : refreshed;
  },
});
