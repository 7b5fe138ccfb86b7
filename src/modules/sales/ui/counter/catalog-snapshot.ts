import type { PosProduct } from "../../rules/pos-product.ts";

/** The catalogue as this device last had it. */
export interface CatalogueSnapshot {
  cursor: string;
  products: readonly PosProduct[];
}

const DATABASE = "counter";
const STORE = "catalogue";

/** The snapshot under a key (shop and member: costs must not pass from one to the other), or null; never throws. */
export async function loadSnapshot(key: string): Promise<CatalogueSnapshot | null> {
  try {
    const found = await inStore("readonly", (store) => store.get(key));
    const snapshot = found as Partial<CatalogueSnapshot> | undefined;
    return typeof snapshot?.cursor === "string" && Array.isArray(snapshot.products) ? (snapshot as CatalogueSnapshot) : null;
  } catch {
    return null;
  }
}

/** Keeps the snapshot. A full or forbidden store is no reason to stop selling: then the next start loads from the server. */
export async function saveSnapshot(key: string, snapshot: CatalogueSnapshot): Promise<void> {
  try {
    await inStore("readwrite", (store) => store.put(snapshot, key));
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
