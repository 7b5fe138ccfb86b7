import { readKey } from "@/app/api/claim-of.ts";
import { publicEndpoint } from "@/app/api/public-endpoint.ts";
import { localeOfRequest } from "@/app/i18n.ts";
import { tokenAnswerShape } from "@/modules/identity/schema.ts";
import { registerClient } from "@/modules/onboarding/commands/register-client.ts";
import { defaultNames } from "@/modules/onboarding/default-names.ts";
import { registerBody } from "@/modules/onboarding/schema.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const POST = publicEndpoint({
  summary: "Open a shop: account, tenant and everything its first sale needs",
  body: registerBody,
  answer: tokenAnswerShape,
  status: 201,
  refusals: ["email_taken", "idempotency_mismatch", "rate_limited"],
  run: async (visitor, body, request) => {
    const locale = body.locale ?? localeOfRequest(request);
    const key = readKey(request);
    return key.ok ? registerClient({ ...body, locale, key: key.value ?? undefined }, visitor, await defaultNames(locale)) : key;
  },
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
