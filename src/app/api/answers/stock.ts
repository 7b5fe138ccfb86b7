import { z } from "zod";
import { instant, money, page, price, quantity } from "./fields.ts";

export const levelPageAnswer = page(z.object({ productId: z.uuid(), locationId: z.uuid(), onHand: quantity, reserved: quantity, available: quantity, inTransit: quantity, minStock: quantity.nullable(), maxStock: quantity.nullable() }));

export const balancePageAnswer = page(z.object({ productId: z.uuid(), locationId: z.uuid(), onHand: quantity }));

const adjustmentSummary = z.object({
  id: z.uuid(),
  number: z.int(),
  locationId: z.uuid(),
  location: z.string(),
  member: z.string(),
  at: instant,
  reason: z.string(),
  notes: z.string().nullable(),
  lineCount: z.int(),
  /** What the stock gained at cost; with permission product.cost only. */
  value: money.optional(),
});

export const adjustmentPageAnswer = page(adjustmentSummary);

export const adjustmentAnswer = adjustmentSummary.extend({
  lines: z.array(z.object({ productId: z.uuid(), sku: z.string(), name: z.string(), unit: z.string(), quantity, before: quantity, after: quantity, unitCost: price.nullable().optional() })),
});

export const movementPageAnswer = page(
  z.object({
    id: z.uuid(),
    productId: z.uuid(),
    locationId: z.uuid(),
    type: z.string(),
    quantity,
    before: quantity,
    after: quantity,
    source: z.object({ kind: z.string(), id: z.uuid() }),
    member: z.string().nullable(),
    at: instant,
    reason: z.string().nullable(),
  }),
);

const location = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(["shop", "warehouse"]), isDefault: z.boolean(), isActive: z.boolean() });

export const locationListAnswer = page(location);

export const locationAnswer = location.extend({ address: z.string().nullable(), memberIds: z.array(z.uuid()), version: z.int() });

export const locationRecordsAnswer = page(locationAnswer);

export const limitPageAnswer = page(z.object({ productId: z.uuid(), sku: z.string(), name: z.string(), unit: z.string(), minStock: quantity.nullable(), maxStock: quantity.nullable() }));

export const savedLimitsAnswer = z.object({ saved: z.int() });

const transferSummary = z.object({
  id: z.uuid(),
  number: z.int(),
  status: z.enum(["requested", "in_transit", "received", "canceled"]),
  fromLocationId: z.uuid(),
  from: z.string(),
  toLocationId: z.uuid(),
  to: z.string(),
  notes: z.string().nullable(),
  requestedAt: instant,
  dispatchedAt: instant.nullable(),
  receivedAt: instant.nullable(),
  lineCount: z.int(),
});

export const transferPageAnswer = page(transferSummary);

export const transferAnswer = transferSummary.extend({
  requestedBy: z.string(),
  dispatchedBy: z.string().nullable(),
  receivedBy: z.string().nullable(),
  lines: z.array(z.object({ productId: z.uuid(), sku: z.string(), name: z.string(), unit: z.string(), requested: quantity, dispatched: quantity, received: quantity, missing: quantity, inTransit: quantity })),
});

const countSummary = z.object({
  id: z.uuid(),
  number: z.int(),
  status: z.enum(["open", "review", "posted", "canceled"]),
  locationId: z.uuid(),
  location: z.string(),
  isBlind: z.boolean(),
  notes: z.string().nullable(),
  openedBy: z.string(),
  openedAt: instant,
  postedAt: instant.nullable(),
  countedCount: z.int(),
  plannedCount: z.int(),
  /** What the stock gained at cost; with permission product.cost only. */
  value: money.nullable().optional(),
});

export const countPageAnswer = page(countSummary);

/** `expected` and `difference` are absent while a blind count is open. */
const countEntry = z.object({ id: z.uuid(), member: z.string(), counted: quantity, at: instant, expected: quantity.optional(), difference: quantity.optional() });

export const countAnswer = countSummary.extend({
  lines: z.array(z.object({ productId: z.uuid(), sku: z.string(), name: z.string(), unit: z.string(), entries: z.array(countEntry), isDisputed: z.boolean().optional() })),
});

export const shrinkageAnswer = z.object({
  items: z.array(z.object({ reason: z.string(), lines: z.int(), lost: money, gained: money })),
  lost: money,
  gained: money,
  net: money,
});

const worth = {
  average: money.meta({ description: "At the average of what was paid" }),
  last: money.meta({ description: "At the cost of the last receipt" }),
  replacement: money.meta({ description: "At what it would cost to buy again" }),
};

export const valuationAnswer = z.object({
  totals: z.object({ ...worth, products: z.int(), unknown: z.int().meta({ description: "Products of which nobody told a cost" }) }),
  books: money.nullable().meta({ description: "The stock account of the books; null where the question is narrowed" }),
  items: z.array(z.object({
    id: z.uuid().nullable().meta({ description: "Null: without category, or on the way between locations" }),
    name: z.string().nullable(),
    sku: z.string().nullable(),
    unit: z.string().nullable(),
    products: z.int(),
    quantity: quantity.nullable().meta({ description: "Of products only" }),
    unknown: z.int(),
    ...worth,
  })),
  nextCursor: z.string().nullable(),
});
