import { z } from "zod";
import { DOCUMENT_TYPES } from "./schema.ts";

// What the browser is told by the actions of this room.

const told = z.string().nullable();

export const customerAnswer = z.object({ id: z.string(), name: z.string(), phone: told, documentType: z.enum(DOCUMENT_TYPES).nullable(), document: told, priceListId: told, balance: z.string(), version: z.number() });

export const customersAnswer = z.array(customerAnswer);
