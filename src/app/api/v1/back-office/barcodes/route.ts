import { z } from "zod";
import { makeBarcode } from "@/modules/catalogue/commands/make-barcode.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const POST = endpoint({
  summary: "Make a barcode of the shop's own, an EAN-13 of the range that GS1 leaves to shops",
  permission: "product.write",
  answer: z.object({ code: z.string() }),
  status: 201,
  run: (ctx) => makeBarcode(ctx),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
