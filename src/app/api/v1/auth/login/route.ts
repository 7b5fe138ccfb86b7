import { publicEndpoint } from "@/app/api/public-endpoint.ts";
import { signInClient } from "@/modules/identity/commands/sign-in-client.ts";
import { loginBody, tokenAnswerShape } from "@/modules/identity/schema.ts";

export const POST = publicEndpoint({
  summary: "Sign in with e-mail and password",
  body: loginBody,
  answer: tokenAnswerShape,
  run: (visitor, { email, password, tenant }) => signInClient({ email, password, tenant }, visitor),
});
