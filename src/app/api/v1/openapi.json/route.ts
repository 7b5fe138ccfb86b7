import { z } from "zod";
import { describeRoutes } from "@/app/api/describe-routes.ts";
import { openApiDocument } from "@/app/api/openapi.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { publicEndpoint } from "@/app/api/public-endpoint.ts";
import { accept } from "@/kernel/refusal.ts";

const document = z.object({ openapi: z.string(), info: z.looseObject({}), tags: z.array(z.object({ name: z.string() })), paths: z.looseObject({}), components: z.looseObject({}) });

export const GET = publicEndpoint({
  summary: "This document",
  answer: document,
  run: async () => accept(openApiDocument(await describeRoutes())),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
