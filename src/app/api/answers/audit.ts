import { z } from "zod";
import { instant, page } from "./fields.ts";

export const auditListAnswer = page(
  z.object({
    id: z.uuid(),
    at: instant,
    memberId: z.uuid().nullable(),
    memberName: z.string().nullable(),
    role: z.string().nullable(),
    action: z.string().meta({ description: "noun.verb, such as member.change" }),
    entity: z.string(),
    entityId: z.uuid().nullable(),
    detail: z.record(z.string(), z.unknown()).meta({ description: "What changed (before, after), or the key figures; costs only for who may see them" }),
    address: z.string().nullable(),
    agent: z.string().nullable(),
  }),
);
