import { z } from "zod";
import { page } from "@/app/api/answers/fields.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";

/** Products carry one price each; lists beside it have no table yet, so there is none to name in a sale. */
export const GET = endpoint({
  summary: "Price lists beside the products' own price",
  permission: "sale.register",
  answer: page(z.object({ id: z.uuid(), name: z.string() })),
  run: async () => accept({ items: [], nextCursor: null }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
