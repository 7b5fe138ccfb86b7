import { expect, type APIRequestContext } from "@playwright/test";
import { newEmail, openShop, PASSWORD, type E2eShop } from "./open-shop.ts";

/** What stands in a stocked shop for the unknown part of an address. */
export interface Samples {
  productId: string;
  saleId: string;
  /** Open, with sales in it. */
  shiftId: string;
  /** Where that one is open. */
  registerId: string;
  /** Owes something. */
  customerId: string;
  /** Variants by measure. */
  familyId: string;
  /** A list with something of everything, read and waiting for a person. */
  importId: string;
  supplierId: string;
  purchaseId: string;
  /** Sent, received in part and confirmed by nobody. */
  purchaseOrderId: string;
  draftOrderId: string;
  /** Billed at another price: a difference waits. */
  receiptId: string;
  returnId: string;
  creditNoteId: string;
  /** The supplier's way to the sent order, in this shop. */
  orderPath: string;
  /** The customer's way to the first sale, in this shop. */
  receiptPath: string;
  adjustmentId: string;
  /** A warehouse beside the shop. */
  locationId: string;
  /** On the way to the warehouse. */
  transferId: string;
  /** Counted, and waiting for somebody to approve it. */
  countId: string;
  priceListId: string;
  priceRunId: string;
  /** Labels of all goods with a price, not printed yet. */
  labelBatchId: string;
  /** A seller beside the owner. */
  memberId: string;
  invitationId: string;
  /** The open invitation's address in this shop. */
  invitationPath: string;
}

export interface StockedShop extends E2eShop, Samples {}

/** Goods of a hardware store as people write them: long names, none, a price that is missing, an item that is out, one sold by weight. */
const GOODS = [
  { name: "Tornillo autoperforante punta mecha 8 × 1 1/2\" cabeza tanque, caja × 100", sku: "TOR-0812", barcode: "7790895000218", salePrice: "4850", costPrice: "2910.50", initialStock: "37" },
  { name: "Cinta métrica 5 m", sku: "MED-005", barcode: "7791234500017", salePrice: "9990", costPrice: "5200", initialStock: "12" },
  { name: "Pintura látex interior blanco mate 20 l", sku: "PIN-020", barcode: "7798012340013", salePrice: "86400", costPrice: "58100", initialStock: "4" },
  { name: "Lija al agua grano 220", sku: "LIJ-220", salePrice: "450", costPrice: "190", initialStock: "160" },
  { name: "Clavo punta París 2\"", sku: "CLA-002", unit: "kg", salePrice: "3900", costPrice: "2150", initialStock: "18.5" },
  { name: "Cable unipolar 2,5 mm²", sku: "CAB-025", unit: "m", salePrice: "780", costPrice: "420", initialStock: "240" },
  { name: "Llave francesa 10\"", sku: "LLA-010", barcode: "7790001112228", salePrice: "21500", costPrice: "13800", initialStock: "3" },
  { name: "Candado de bronce 40 mm", sku: "CAN-040", salePrice: "12300", costPrice: "7400", initialStock: "1" },
  { name: "Silicona neutra transparente 280 ml", sku: "SIL-280", salePrice: "7650.90", costPrice: "4300", initialStock: "0" },
  { name: "Guantes de nitrilo talle 9", sku: "GUA-009", costPrice: "1100", initialStock: "25" },
  { name: "Bisagra libro 3\"", sku: "BIS-003", salePrice: "1890", costPrice: "980", initialStock: "52" },
  { name: "Disco de corte 115 × 1,6 mm", sku: "DIS-115", salePrice: "1450", costPrice: "800", initialStock: "88" },
] as const;

const TICKETS: readonly (readonly { sku: string; quantity: string }[])[] = [
  [{ sku: "TOR-0812", quantity: "1" }, { sku: "LIJ-220", quantity: "6" }, { sku: "CLA-002", quantity: "1.350" }],
  [{ sku: "PIN-020", quantity: "1" }],
  [{ sku: "CAB-025", quantity: "15" }, { sku: "DIS-115", quantity: "2" }],
];

/** A shop that has goods and has sold some of them, made through the API. */
export async function openStockedShop(request: APIRequestContext, tenantName = "Ferretería El Yunque"): Promise<StockedShop> {
  const shop = await openShop(request, tenantName);
  const make = async (path: string, data: object): Promise<{ id: string; link?: string; registerId?: string }> => {
    const response = await request.post(path, { data, headers: { authorization: `Bearer ${shop.accessToken}` } });
    expect(response.status(), await response.text()).toBe(201);
    return (await response.json()) as { id: string; link?: string; registerId?: string };
  };
  const create = async (path: string, data: object): Promise<string> => (await make(path, data)).id;
  const ids: string[] = [];
  for (const { barcode, ...goods } of GOODS.map((one) => ({ barcode: undefined, ...one }))) {
    ids.push(await create("/api/v1/back-office/products", { ...goods, ...(barcode === undefined ? {} : { barcodes: [barcode] }) }));
  }
  const supplierId = await create("/api/v1/back-office/suppliers", { name: "Distribuidora del Sur", taxId: "30-50001091-2", discounts: "20+10+5", leadDays: 4, orderDays: [2, 4] });
  const linked = await request.post(`/api/v1/back-office/suppliers/${supplierId}/products`, {
    data: { items: [{ sku: "MED-005", code: "CM-5", listPrice: "7600" }, { sku: "DIS-115", code: "DC115", listPrice: "1170" }] },
    headers: { authorization: `Bearer ${shop.accessToken}` },
  });
  expect(linked.status(), await linked.text()).toBe(200);
  const purchaseId = await enterBills(create, supplierId);
  const orders = await orderGoods(create, request, shop.accessToken, supplierId, ids);
  const priceListId = await create("/api/v1/back-office/price-lists", { name: "Gremio", percent: "-12", rounding: [{ upTo: null, step: "10", ending: "0", mode: "up" }] });
  const familyId = await create("/api/v1/back-office/product-families", { name: "Caño PVC", attributes: ["Medida"], unit: "m", variants: ["1/2\"", "3/4\"", "1\""].map((value) => ({ values: [value], salePrice: "2400", initialStock: "30" })) });
  const locationId = await create("/api/v1/back-office/locations", { name: "Depósito", kind: "warehouse", address: "Gorriti 4021" });
  const adjustmentId = await create("/api/v1/ops/stock/adjustments", { reason: "breakage", lines: [{ productId: ids[1], quantity: "-2" }, { productId: ids[3], countedQuantity: "158" }] });
  const transferId = await sendGoods(request, shop.accessToken, locationId, ids.slice(3, 6));
  const countId = await create("/api/v1/ops/stock/counts", { productIds: ids.slice(0, 4) });
  for (const [step, data] of [["entries", { lines: [{ productId: ids[0], counted: "36" }, { productId: ids[1], counted: "10" }] }], ["review", undefined]] as const) {
    const done = await request.post(`/api/v1/ops/stock/counts/${countId}/${step}`, { headers: { authorization: `Bearer ${shop.accessToken}` }, ...(data ? { data } : {}) });
    expect(done.status(), await done.text()).toBe(200);
  }
  const customerId = await create("/api/v1/ops/customers", { name: "Marta Quiroga", phone: "11 5555-0101" });
  const { id: shiftId, registerId } = await make("/api/v1/ops/shifts", { float: "15000" });
  const sales: string[] = [];
  for (const lines of TICKETS) sales.push(await create("/api/v1/ops/sales", { lines }));
  const receipt = await request.post(`/api/v1/ops/sales/${sales[0]}/link`, { data: {}, headers: { authorization: `Bearer ${shop.accessToken}` } });
  expect(receipt.status(), await receipt.text()).toBe(201);
  const receiptPath = new URL(((await receipt.json()) as { url: string }).url).pathname;
  await create(`/api/v1/ops/customers/${customerId}/payments`, { amount: "4500", notes: "Seña" });
  const seller = { role: "STAFF", permissionSet: "seller" };
  const memberId = await create("/api/v1/back-office/members", { name: "Juan Pérez", email: newEmail(), password: PASSWORD, ...seller });
  const { id: invitationId, link } = await make("/api/v1/back-office/invitations", { name: "Ana Gómez", email: newEmail(), ...seller });
  return { ...shop, productId: ids[0]!, saleId: sales[0]!, receiptPath, shiftId, registerId: registerId!, customerId, familyId, supplierId, purchaseId, ...orders, adjustmentId, locationId, transferId, countId, priceListId, priceRunId: await raisePrices(request, shop.accessToken), labelBatchId: await create("/api/v1/back-office/labels", { choice: { kind: "all" } }), memberId, invitationId, invitationPath: new URL(link!).pathname, importId: await sendList(request, shop.accessToken) };
}

/** One bill that is paid in part, and one that is overdue. */
async function enterBills(create: (path: string, data: object) => Promise<string>, supplierId: string): Promise<string> {
  const purchaseId = await create("/api/v1/back-office/purchases", {
    supplierId, number: "A 0003-00018422", date: "2026-11-12", dueDate: "2027-12-12", freight: "1500", otherTaxes: "320.50", notes: "Llegó con un bulto abierto",
    lines: [{ sku: "MED-005", quantity: "12", unitCost: "5480", discounts: "5" }, { sku: "DIS-115", quantity: "50", unitCost: "795.50" }],
  });
  await create(`/api/v1/back-office/suppliers/${supplierId}/payments`, { amount: "40000", method: "transfer", allocations: [{ purchaseId, amount: "40000" }] });
  await create("/api/v1/back-office/purchases", { supplierId, number: "A 0003-00018377", date: "2026-10-01", dueDate: "2026-10-31", lines: [{ sku: "DIS-115", quantity: "25", unitCost: "790" }] });
  return purchaseId;
}

/** An order that came in part, its bill at another price, goods that went back and what the supplier gave for them. */
async function orderGoods(create: (path: string, data: object) => Promise<string>, request: APIRequestContext, accessToken: string, supplierId: string, productIds: readonly string[]) {
  const headers = { authorization: `Bearer ${accessToken}` };
  const B = "/api/v1/back-office";
  const lines = [{ sku: "MED-005", quantity: "24" }, { sku: "DIS-115", quantity: "100" }];
  const [draftOrderId, purchaseOrderId] = [await create(`${B}/purchase-orders`, { supplierId, lines, notes: "Dejar en el depósito de atrás" }), await create(`${B}/purchase-orders`, { supplierId, lines })];
  const sent = await request.post(`${B}/purchase-orders/${purchaseOrderId}/send`, { headers });
  expect(sent.status(), await sent.text()).toBe(200);
  const link = await request.post(`${B}/purchase-orders/${purchaseOrderId}/link`, { headers, data: { days: 30 } });
  expect(link.status(), await link.text()).toBe(201);
  const receiptId = await create(`${B}/purchase-orders/${purchaseOrderId}/receipts`, { paper: "R 0004-00000881", lines: [{ productId: productIds[1], quantity: "12" }] });
  await create(`${B}/purchases`, { supplierId, number: "A 0003-00018501", date: "2026-11-20", receiptIds: [receiptId], lines: [{ productId: productIds[1], quantity: "12", unitCost: "5990" }] });
  const [returnId, settled] = [await create(`${B}/supplier-returns`, { supplierId, reason: "Vino fallado", lines: [{ sku: "DIS-115", quantity: "4" }] }), await create(`${B}/supplier-returns`, { supplierId, reason: "No era lo pedido", lines: [{ sku: "DIS-115", quantity: "2" }] })];
  const creditNoteId = await create(`${B}/credit-notes`, { supplierId, number: "NC 0003-00000210", date: "2026-11-20", returnId: settled, taxes: [{ taxRate: "21", base: "1580" }] });
  return { draftOrderId, purchaseOrderId, receiptId, returnId, creditNoteId, orderPath: new URL(((await link.json()) as { url: string }).url).pathname };
}

async function sendGoods(request: APIRequestContext, accessToken: string, toLocationId: string, productIds: readonly string[]): Promise<string> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const places = (await (await request.get("/api/v1/ops/locations", { headers })).json()) as { items: { id: string; isDefault: boolean }[] };
  const fromLocationId = places.items.find(({ isDefault }) => isDefault)!.id;
  const data = { fromLocationId, toLocationId, lines: productIds.map((productId) => ({ productId, quantity: "2" })) };
  const asked = await request.post("/api/v1/ops/stock/transfers", { headers, data });
  expect(asked.status(), await asked.text()).toBe(201);
  const { id } = (await asked.json()) as { id: string };
  const sent = await request.post(`/api/v1/ops/stock/transfers/${id}/dispatch`, { headers });
  expect(sent.status(), await sent.text()).toBe(200);
  return id;
}

const LIST = [
  "DISTRIBUIDORA EL TORNILLO;;;;", "Código;Código de barras;Descripción;Precio;Stock", "ADHESIVOS;;;;", "SIL-280;;Silicona neutra transparente 280 ml;8.100;5",
  "ADH-001;7.79E+12;Adhesivo de contacto 1 l;12.450,90;8", "ADH-002;;Cinta doble faz;consultar;", "ADH-002;;Cinta doble faz ancha;3.200;", "TOTAL;;;;13",
].join("\n");

async function sendList(request: APIRequestContext, accessToken: string): Promise<string> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const sent = await request.post("/api/v1/back-office/products/import", { headers, multipart: { file: { name: "lista noviembre.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) } } });
  expect(sent.status(), await sent.text()).toBe(202);
  const { id } = (await sent.json()) as { id: string };
  const state = async () => ((await (await request.get(`/api/v1/back-office/imports/${id}`, { headers })).json()) as { status: string }).status;
  await expect.poll(state, { timeout: 30_000 }).toBe("review");
  return id;
}

async function raisePrices(request: APIRequestContext, accessToken: string): Promise<string> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const opened = await request.post("/api/v1/back-office/prices/changes", { headers, data: { scope: {}, rule: { kind: "percent", value: "3" }, rounding: [{ upTo: null, step: "10", ending: "0", mode: "up" }] } });
  expect(opened.status(), await opened.text()).toBe(202);
  const { id } = (await opened.json()) as { id: string };
  const state = async () => ((await (await request.get(`/api/v1/back-office/prices/changes/${id}`, { headers })).json()) as { status: string }).status;
  await expect.poll(state, { timeout: 30_000 }).toBe("applied");
  return id;
}
