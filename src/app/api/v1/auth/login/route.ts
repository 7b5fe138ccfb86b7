import { publicEndpoint } from "@/app/api/public-endpoint.ts";
import { signInClient } from "@/modules/identity/commands/sign-in-client.ts";
import { loginBody, tokenAnswerShape } from "@/modules/identity/schema.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const POST = publicEndpoint({
  summary: "Sign in with e-mail and password",
  body: loginBody,
  answer: tokenAnswerShape,
  refusals: ["bad_credentials", "account_disabled", "tenant_not_yours", "rate_limited"],
  run: (visitor, { email, password, tenant, totp }) => signInClient({ email, password, tenant, totp }, visitor),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
