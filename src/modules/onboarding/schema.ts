import { z } from "zod";
import { isUuid } from "@/kernel/id.ts";
import { checkPassword } from "@/modules/identity/rules/check-password.ts";
import { emailField, lineField, presentedPassword } from "@/modules/identity/rules/text-fields.ts";
import { localeField } from "@/modules/identity/schema.ts";

const NAME_LONGEST = 80;

/** In the order of the form: the first problem that is told is the first on the page. */
const fields = {
  tenantName: lineField(NAME_LONGEST),
  name: lineField(NAME_LONGEST),
  email: emailField,
  password: presentedPassword,
};

interface Asked {
  email: string;
  password: string;
  name: string;
  tenantName: string;
}

const judgePassword = ({ email, password, name, tenantName }: Asked, issues: z.RefinementCtx) => {
  const refused = checkPassword(password, { email, name, shopName: tenantName });
  if (refused) issues.addIssue({ code: "custom", path: [refused.path], message: refused.code, params: refused.params });
};

/** POST /auth/register. */
export const registerBody = z
  .strictObject({ ...fields, acceptTerms: z.literal(true, "terms_required"), locale: localeField.optional() })
  .superRefine(judgePassword);

/** The form of /signup. `id` was made with the form: sent twice, it is one shop. */
export const signUpForm = z
  .strictObject({ ...fields, id: z.string().refine(isUuid, "invalid"), acceptTerms: z.literal("on", "terms_required") })
  .superRefine(judgePassword);

/** The form of /shops/new, of who has an account. `id` was made with the form. */
export const anotherShopForm = z.strictObject({ id: z.string().refine(isUuid, "invalid"), tenantName: lineField(NAME_LONGEST) });
