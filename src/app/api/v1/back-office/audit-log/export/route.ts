import { z } from "zod";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { auditFile } from "@/modules/tenancy/queries/audit-file.ts";
import { auditExportQuery } from "@/modules/tenancy/schema.ts";

export const GET = endpoint({
  summary: "The activity log as filtered, as a file",
  permission: "audit.read",
  query: auditExportQuery,
  answer: z.custom<Response>().meta({ type: "string", format: "binary", description: "The file itself" }),
  answerType: "application/octet-stream",
  run: async (ctx, { query }) => {
    const { name, type, bytes } = await auditFile(ctx, query);
    const headers = {
      "content-type": type,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    };
    return accept(new Response(new Uint8Array(bytes), { headers }));
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
