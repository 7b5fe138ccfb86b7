import { accept, type Result } from "@/kernel/refusal.ts";
import { startTokenFamily } from "@/modules/identity/postings/start-token-family.ts";
import { tokenAnswer, type TokenAnswer } from "@/modules/identity/token-answer.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import { databases } from "@/platform/db/databases.ts";
import type { DefaultNames } from "../rules/default-names.ts";
import { openShop, type OpenShopInput } from "./open-shop.ts";

/** Opens a shop for a client of the API and signs the client in. */
export async function registerClient(input: OpenShopInput, visitor: Visitor, names: DefaultNames): Promise<Result<TokenAnswer>> {
  const opened = await openShop(input, visitor, names);
  if (!opened.ok) return opened;
  const { membership } = opened.value;
  const refreshToken = await startTokenFamily(databases().control, membership, visitor);
  return accept(await tokenAnswer(membership, refreshToken, visitor.now));
}
