import pg from "pg";
import { newId } from "../../src/kernel/id.ts";

/** A tenant with at least one row in every business table, and the keys by which others would try to reach them. */
export interface PlantedTenant {
  id: string;
  memberId: string;
  locationId: string;
  registerId: string;
  categoryId: string;
  productId: string;
  customerId: string;
  saleId: string;
  saleLineId: string;
  paymentId: string;
  movementId: string;
  entryId: string;
  auditId: string;
  outboxId: string;
  batchId: string;
  supplierId: string;
  priceListId: string;
  sku: string;
  barcode: string;
}

/**
 * Plants as the owner, who also sees the tenant of the transaction only. `index` makes codes that two tenants may share; a kit needs a second
 * product, so it comes only where it is asked for.
 */
export async function plantTenant(ownerUrl: string, index = 1, { kit = false } = {}): Promise<PlantedTenant> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const ids = newIds(index);
  try {
    await client.query("BEGIN");
    await client.query(`SET LOCAL app.tenant_id = '${ids.id}'`);
    for (const [text, values] of [...statements(ids), ...(kit ? kitOf(ids) : [])]) await client.query(text, values);
    await client.query("COMMIT");
    return ids;
  } finally {
    await client.end();
  }
}

function newIds(index: number): PlantedTenant {
  return {
    id: newId(), memberId: newId(), locationId: newId(), registerId: newId(), categoryId: newId(), productId: newId(), customerId: newId(), saleId: newId(),
    saleLineId: newId(), paymentId: newId(), movementId: newId(), entryId: newId(), auditId: newId(), outboxId: newId(), batchId: newId(), supplierId: newId(), priceListId: newId(),
    sku: `SKU-${index}`, barcode: `77900000${String(index).padStart(5, "0")}`,
  };
}

function statements(t: PlantedTenant): [string, unknown[]][] {
  return [
    ["INSERT INTO shop (slug, name) VALUES ($1, $2)", [`shop-${t.id}`, "Planted shop"]],
    ["INSERT INTO member (id, user_id, name) VALUES ($1, $2, 'Owner')", [t.memberId, newId()]],
    ["INSERT INTO location (id, name, is_default) VALUES ($1, 'Main', true)", [t.locationId]],
    ["INSERT INTO register (id, location_id, name) VALUES ($1, $2, 'Till 1')", [t.registerId, t.locationId]],
    ["INSERT INTO tax_rate (rate, is_default) VALUES (21, true)", []],
    ["INSERT INTO counter (series, value) VALUES ('sale', 1)", []],
    ["INSERT INTO idempotency (member_id, key, route, request_hash, status, response) VALUES ($1, 'key-1', 'POST /x', 'hash', 1, '{}')", [t.memberId]],
    ["INSERT INTO audit_entry (id, action, entity, detail) VALUES ($1, 'planted', 'shop', '{}')", [t.auditId]],
    ["INSERT INTO outbox (id, topic, payload) VALUES ($1, 'planted', '{}')", [t.outboxId]],
    ["INSERT INTO category (id, name) VALUES ($1, 'Bolts')", [t.categoryId]],
    ["INSERT INTO product (id, sku, name, category_id, tax_rate, sale_price) VALUES ($1, $2, 'Hex bolt', $3, 21, 100)", [t.productId, t.sku, t.categoryId]],
    ["INSERT INTO product_barcode (code, product_id) VALUES ($1, $2)", [t.barcode, t.productId]],
    ["INSERT INTO customer (id, name, is_final_consumer) VALUES ($1, 'Counter', true)", [t.customerId]],
    ["INSERT INTO account (code, kind) VALUES ('cash', 'asset'), ('sales', 'income')", []],
    [
      `INSERT INTO sale (id, number, location_id, register_id, customer_id, member_id, business_date, subtotal, discount, tax, total, cost, change, request_hash)
       VALUES ($1, 1, $2, $3, $4, $5, '2026-01-02', 100, 0, 17.36, 100, 0, 0, 'hash')`,
      [t.saleId, t.locationId, t.registerId, t.customerId, t.memberId],
    ],
    [
      `INSERT INTO sale_line (id, sale_id, line_no, product_id, name, unit, quantity, unit_price, gross, line_discount, ticket_discount, total, tax_rate, tax)
       VALUES ($1, $2, 1, $3, 'Hex bolt', 'u', 1, 100, 100, 0, 0, 100, 21, 17.36)`,
      [t.saleLineId, t.saleId, t.productId],
    ],
    ["INSERT INTO sale_payment (id, sale_id, method, amount) VALUES ($1, $2, 'cash', 100)", [t.paymentId, t.saleId]],
    [
      `INSERT INTO stock_movement (id, location_id, product_id, type, quantity, before, after, source_kind, source_id)
       VALUES ($1, $2, $3, 'opening', 10, 0, 10, 'opening', $1)`,
      [t.movementId, t.locationId, t.productId],
    ],
    ["INSERT INTO journal_entry (id, source_kind, source_id, business_date) VALUES ($1, 'sale', $2, '2026-01-02')", [t.entryId, t.saleId]],
    ["INSERT INTO journal_line (entry_id, line_no, account_code, debit, credit) VALUES ($1, 1, 'cash', 100, 0), ($1, 2, 'sales', 0, 100)", [t.entryId]],
    ["INSERT INTO import_batch (id, member_id, file_name, file_hash, status) VALUES ($1, $2, 'list.csv', 'hash', 'review')", [t.batchId, t.memberId]],
    [`INSERT INTO import_row (batch_id, row_no, cells) VALUES ($1, 1, '["a"]')`, [t.batchId]],
    ["INSERT INTO import_file (batch_id, kind, bytes) VALUES ($1, 'file', 'a')", [t.batchId]],
    ["INSERT INTO supplier (id, name, currency) VALUES ($1, 'Supplier', 'ARS')", [t.supplierId]],
    ["INSERT INTO supplier_product (supplier_id, product_id, list_price, is_main) VALUES ($1, $2, 80, true)", [t.supplierId, t.productId]],
    ["INSERT INTO exchange_rate (currency, on_date, rate) VALUES ('USD', '2026-01-02', 1000)", []],
    // The history of prices has its row by trigger, from the product's first price.
    ["INSERT INTO price_list (id, name, kind) VALUES ($1, 'Trade', 'own')", [t.priceListId]],
    ["INSERT INTO list_price (list_id, product_id, price) VALUES ($1, $2, 90)", [t.priceListId, t.productId]],
    ["INSERT INTO price_run (id, member_id, status, plan, created_at, run_at, total) VALUES ($1, $2, 'applied', '{}', now(), now(), 1)", [t.priceListId, t.memberId]],
    ["INSERT INTO price_run_row (run_id, product_id, to_price, state) VALUES ($1, $2, 100, 'applied')", [t.priceListId, t.productId]],
    ["INSERT INTO price_undo (id, run_id, member_id, slice, overwrite, created_at) VALUES ($1, $1, $2, '{}', false, now())", [t.priceListId, t.memberId]],
    ["INSERT INTO product_family (id, name, attributes) VALUES ($1, 'Bolts', ARRAY['Size'])", [t.categoryId]],
    ["INSERT INTO label_batch (id, member_id, list_id, choice, layout, products, labels, created_at) VALUES ($1, $2, $1, '{}', '{}', 1, 1, now())", [t.priceListId, t.memberId]],
    ["INSERT INTO label_batch_row (batch_id, place, product_id, copies, price, facts) VALUES ($1, 1, $2, 1, 100, '{}')", [t.priceListId, t.productId]],
    ["INSERT INTO label_print (list_id, product_id, price, batch_id, printed_at) VALUES ($1, $2, 100, $1, now())", [t.priceListId, t.productId]],
    ["INSERT INTO label_printer (medium, offset_x, offset_y, scale, updated_at) VALUES ('sheet', 0, 0, 1000, now())", []],
    ["INSERT INTO product_merge (id, survivor_id, absorbed_id, at, moved) VALUES ($1, $2, $2, now(), '{}')", [t.batchId, t.productId]],
    ["INSERT INTO custom_field (id, name, kind, place) VALUES ($1, 'Aisle', 'text', 1)", [t.categoryId]],
    ["INSERT INTO lost_demand (id, location_id, member_id, at, business_date, product_id, quantity, request_hash) VALUES ($1, $2, $3, now(), '2026-01-02', $4, 1, 'hash')", [t.saleId, t.locationId, t.memberId, t.productId]],
    ...shifts(t),
    ["INSERT INTO customer_entry (id, customer_id, kind, source_id, amount, business_date, at) VALUES ($1, $1, 'sale', $1, 100, '2026-01-02', now())", [t.customerId]],
    ["INSERT INTO customer_payment (id, customer_id, member_id, method, amount, business_date, request_hash, at) VALUES ($1, $1, $2, 'cash', 100, '2026-01-02', 'hash', now())", [t.customerId, t.memberId]],
    ...undone(t),
    ...purchases(t),
    ...ordering(t),
    ...stock(t),
    // Not for any worker that the run may start.
    ["INSERT INTO job (id, kind, user_id, run_after) VALUES ($1, 'import.read', $1, now() + interval '1 year')", [t.batchId]],
  ];
}

function kitOf({ batchId: id, productId, memberId, sku }: PlantedTenant): [string, unknown[]][] {
  return [
    ["INSERT INTO product (id, sku, name, tax_rate, sale_price, kit_pricing) VALUES ($1, $2, 'Box of bolts', 21, 900, 'own')", [id, `KIT-${sku}`]],
    ["INSERT INTO kit_component (kit_id, component_id, quantity) VALUES ($1, $2, 10)", [id, productId]],
    ["INSERT INTO product_distinct (first_id, second_id, facts, member_id, at) VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), '', $3, now())", [id, productId, memberId]],
  ];
}

/** A closed shift with its Z, and a ticket that stands aside; one id serves for all. */
function shifts({ registerId: id, locationId, memberId }: PlantedTenant): [string, unknown[]][] {
  return [
    ["INSERT INTO till_shift (id, register_id, opened_by, opened_at, float, closed_by, closed_at, request_hash) VALUES ($1, $1, $2, now(), 0, $2, now(), 'hash')", [id, memberId]],
    ["INSERT INTO cash_movement (id, shift_id, amount, purpose, reason, member_id, at) VALUES ($1, $1, 10, 'safe', 'planted', $2, now())", [id, memberId]],
    ["INSERT INTO shift_count (id, shift_id, member_id, at, counted) VALUES ($1, $1, $2, now(), '[]')", [id, memberId]],
    ["INSERT INTO z_report (shift_id, register_id, number, at, content, previous_hash, hash) VALUES ($1, $1, 1, now(), '{}', '', 'hash')", [id]],
    ["INSERT INTO held_ticket (id, location_id, register_id, name, total, content, member_id, at) VALUES ($1, $2, $1, 'Planted', 0, '{}', $3, now())", [id, locationId, memberId]],
  ];
}

/** A return with its credit and a cancellation; one id serves for the documents. */
function undone({ saleId: id, saleLineId, locationId, customerId, memberId }: PlantedTenant): [string, unknown[]][] {
  return [
    ["INSERT INTO receipt_print (id, sale_id, form, is_copy, member_id, at) VALUES ($1, $1, '80', false, $2, now())", [id, memberId]],
    ["INSERT INTO sale_state (sale_id, status, at) VALUES ($1, 'partly_returned', now())", [id]],
    ["INSERT INTO sale_cancellation (sale_id, member_id, reason, at, business_date) VALUES ($1, $2, 'planted', now(), '2026-01-02')", [id, memberId]],
    [
      `INSERT INTO sale_return (id, number, sale_id, location_id, customer_id, member_id, returned_at, business_date, refund, reason, tax, total, cost, request_hash)
       VALUES ($1, 1, $1, $2, $3, $4, now(), '2026-01-02', 'store_credit', 'planted', 17.36, 100, 0, 'hash')`,
      [id, locationId, customerId, memberId],
    ],
    ["INSERT INTO sale_return_line (return_id, line_no, sale_line_id, quantity, gross, discount, adjustment, total, tax, cost) VALUES ($1, 1, $2, 1, 100, 0, 0, 100, 17.36, 0)", [id, saleLineId]],
    [
      `WITH second AS (INSERT INTO member (id, user_id, name) VALUES ($2, $2, 'Supervisor') RETURNING id)
       INSERT INTO approval (id, member_id, asked_by, document_kind, document_id, kinds, reason, at) SELECT $1, second.id, $3, 'sale_return', $1, '{refund}', 'planted', now() FROM second`,
      [id, newId(), memberId],
    ],
    ["INSERT INTO sale_refund (return_id, method, amount) VALUES ($1, 'store_credit', 100)", [id]],
    ["INSERT INTO store_credit (id, code, customer_id, balance, issued_at) VALUES ($1, 'AAAA-AAAA', $2, 100, now())", [id, customerId]],
    ["INSERT INTO store_credit_entry (id, credit_id, amount, source_kind, source_id, member_id, at) VALUES ($1, $1, 100, 'sale_return', $1, $2, now())", [id, memberId]],
  ];
}

/** A cancelled bill and a cancelled payment of it, with everything that hangs on them; one id serves for all. */
function purchases({ supplierId: id, locationId, memberId, productId }: PlantedTenant): [string, unknown[]][] {
  return [
    [
      `INSERT INTO purchase (id, supplier_id, location_id, member_id, number, bill_date, due_date, subtotal, tax, total, request_hash)
       VALUES ($1, $1, $2, $3, '1', '2026-01-02', '2026-01-02', 80, 16.80, 96.80, 'hash')`,
      [id, locationId, memberId],
    ],
    ["INSERT INTO purchase_number (supplier_id, key, purchase_id) VALUES ($1, '1', $1)", [id]],
    ["INSERT INTO purchase_cancellation (purchase_id, member_id, reason) VALUES ($1, $2, 'planted')", [id, memberId]],
    [
      `INSERT INTO purchase_line (purchase_id, line_no, product_id, sku, name, unit, quantity, unit_cost, tax_rate, net, freight, landed_cost)
       VALUES ($1, 1, $2, 'SKU', 'Hex bolt', 'u', 1, 80, 21, 80, 0, 80)`,
      [id, productId],
    ],
    ["INSERT INTO purchase_tax (purchase_id, tax_rate, base, tax) VALUES ($1, 21, 80, 16.80)", [id]],
    ["INSERT INTO product_cost (product_id, average_cost, last_cost) VALUES ($1, 80, 80)", [productId]],
    ["INSERT INTO supplier_entry (id, supplier_id, kind, source_id, amount, business_date) VALUES ($1, $1, 'bill', $1, 96.80, '2026-01-02')", [id]],
    ["INSERT INTO supplier_payment (id, supplier_id, member_id, method, amount, paid_on, request_hash) VALUES ($1, $1, $2, 'cash', 96.80, '2026-01-02', 'hash')", [id, memberId]],
    ["INSERT INTO supplier_payment_cancellation (payment_id, member_id, reason) VALUES ($1, $2, 'planted')", [id, memberId]],
    ["INSERT INTO supplier_allocation (id, payment_id, purchase_id, amount) VALUES ($1, $1, $1, 96.80)", [id]],
  ];
}

/** An order, its cancelled receipt, the difference of its bill, a cancelled return and a cancelled credit note; one id serves for all. */
function ordering({ supplierId: id, locationId, memberId, productId }: PlantedTenant): [string, unknown[]][] {
  return [
    ["INSERT INTO purchase_order (id, number, supplier_id, location_id, member_id, request_hash) VALUES ($1, 1, $1, $2, $3, 'hash')", [id, locationId, memberId]],
    ["INSERT INTO purchase_order_line (purchase_order_id, line_no, product_id, sku, name, unit, quantity, tax_rate) VALUES ($1, 1, $2, 'SKU', 'Hex bolt', 'u', 1, 21)", [id, productId]],
    ["INSERT INTO purchase_order_answer (id, purchase_order_id, kind) VALUES ($1, $1, 'confirmed')", [id]],
    ["INSERT INTO goods_receipt (id, number, supplier_id, location_id, member_id, received_on, value, request_hash) VALUES ($1, 1, $1, $2, $3, '2026-01-02', 80, 'hash')", [id, locationId, memberId]],
    ["INSERT INTO goods_receipt_line (receipt_id, line_no, product_id, sku, name, unit, quantity, unit_cost, value, tax_rate) VALUES ($1, 1, $2, 'SKU', 'Hex bolt', 'u', 1, 80, 80, 21)", [id, productId]],
    ["INSERT INTO goods_receipt_cancellation (receipt_id, member_id, reason) VALUES ($1, $2, 'planted')", [id, memberId]],
    ["INSERT INTO receipt_match (id, purchase_id, receipt_id, product_id, quantity, value) VALUES ($1, $1, $1, $2, 1, 80)", [id, productId]],
    ["INSERT INTO bill_difference (id, purchase_id, product_id, kind, expected, found, amount) VALUES ($1, $1, $2, 'price', 80, 90, 10)", [id, productId]],
    ["INSERT INTO bill_difference_decision (difference_id, decision, member_id, reason) VALUES ($1, 'claim', $2, 'planted')", [id, memberId]],
    ["INSERT INTO supplier_return (id, number, supplier_id, location_id, member_id, reason, returned_on, value, request_hash) VALUES ($1, 1, $1, $2, $3, 'planted', '2026-01-02', 80, 'hash')", [id, locationId, memberId]],
    ["INSERT INTO supplier_return_line (return_id, line_no, product_id, sku, name, unit, quantity, unit_cost, value, tax_rate) VALUES ($1, 1, $2, 'SKU', 'Hex bolt', 'u', 1, 80, 80, 21)", [id, productId]],
    ["INSERT INTO supplier_return_cancellation (return_id, member_id, reason) VALUES ($1, $2, 'planted')", [id, memberId]],
    ["INSERT INTO credit_note (id, supplier_id, member_id, number, note_date, net, tax, total, request_hash) VALUES ($1, $1, $2, '1', '2026-01-02', 10, 0, 10, 'hash')", [id, memberId]],
    ["INSERT INTO credit_note_number (supplier_id, key, credit_note_id) VALUES ($1, '1', $1)", [id]],
    ["INSERT INTO credit_note_tax (credit_note_id, tax_rate, base, tax) VALUES ($1, 0, 10, 0)", [id]],
    ["INSERT INTO credit_note_claim (credit_note_id, difference_id) VALUES ($1, $1)", [id]],
    ["INSERT INTO credit_note_cancellation (credit_note_id, member_id, reason) VALUES ($1, $2, 'planted')", [id, memberId]],
  ];
}

/** Limits, an adjustment, a transfer and a count; one id serves for the documents. */
function stock({ movementId: id, locationId, registerId: otherId, memberId, productId }: PlantedTenant): [string, unknown[]][] {
  return [
    ["INSERT INTO location (id, name, kind) VALUES ($1, 'Store', 'warehouse')", [otherId]],
    ["INSERT INTO location_member (location_id, member_id) VALUES ($1, $2)", [locationId, memberId]],
    ["INSERT INTO stock_closing (at, location_id, product_id, on_hand) VALUES (now(), $1, $2, 10)", [locationId, productId]],
    ["INSERT INTO stock_limit (location_id, product_id, min_stock) VALUES ($1, $2, 5)", [locationId, productId]],
    ["INSERT INTO stock_adjustment (id, number, location_id, member_id, at, reason, line_count, value, request_hash) VALUES ($1, 1, $2, $3, now(), 'breakage', 1, 0, 'hash')", [id, locationId, memberId]],
    ["INSERT INTO stock_transfer (id, number, from_id, to_id, status, requested_by, requested_at, request_hash) VALUES ($1, 1, $2, $3, 'requested', $4, now(), 'hash')", [id, locationId, otherId, memberId]],
    ["INSERT INTO stock_transfer_line (transfer_id, line_no, product_id, requested) VALUES ($1, 1, $2, 3)", [id, productId]],
    ["INSERT INTO stock_count (id, number, location_id, status, is_blind, opened_by, opened_at, request_hash) VALUES ($1, 1, $2, 'open', true, $3, now(), 'hash')", [id, locationId, memberId]],
    ["INSERT INTO stock_count_product (count_id, product_id) VALUES ($1, $2)", [id, productId]],
    ["INSERT INTO stock_count_entry (id, count_id, product_id, member_id, counted, at) VALUES ($1, $1, $2, $3, 10, now())", [id, productId, memberId]],
  ];
}
