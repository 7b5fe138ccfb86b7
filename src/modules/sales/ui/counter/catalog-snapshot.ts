import type { PosProduct } from "../../rules/pos-product.ts";

/** The catalogue as this device last had it. */
export interface CatalogueSnapshot {
  cursor: string;
  products: readonly PosProduct[];
}

/**
 * What is stored: the products as texts of some hundreds each, which are written and read in short pieces; and as blobs, since a browser copies an object of
 * 20,000 products, or of their texts, in one go before it goes on, but of a blob the reference.
 */
interface Stored {
  cursor: string;
  parts: readonly Blob[];
}

const DATABASE = "counter";
const STORE = "catalogue";
const PART = 500;

/** The snapshot under a key (shop and member: costs must not pass from one to the other), or null; never throws. `pause` lets keys in between two pieces. */
export async function loadSnapshot(key: string, pause: () => Promise<void>): Promise<CatalogueSnapshot | null> {
  try {
    const found = (await inStore("readonly", (store) => store.get(key))) as Partial<Stored> | undefined;
    if (typeof found?.cursor !== "string" || !Array.isArray(found.parts)) return null;
    const products: PosProduct[] = [];
    for (const part of found.parts as Blob[]) {
      products.push(...(JSON.parse(await part.text()) as PosProduct[]));
      await pause();
    }
    return { cursor: found.cursor, products };
  } catch {
    return null;
  }
}

/** Keeps the snapshot. A full or forbidden store is no reason to stop selling: then the next start loads from the server. */
export async function saveSnapshot(key: string, { cursor, products }: CatalogueSnapshot, pause: () => Promise<void>): Promise<void> {
  try {
    const parts: Blob[] = [];
    for (let from = 0; from < products.length; from += PART) {
      parts.push(new Blob([JSON.stringify(products.slice(from, from + PART))]));
      await pause();
    }
    await inStore("readwrite", (store) => store.put({ cursor, parts } satisfies Stored, key));
  } catch {
    return;
  }
}

async function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = (await settled(opening)) as IDBDatabase;
  try {
    return await settled(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function settled(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("indexedDB failed"));
  });
}
