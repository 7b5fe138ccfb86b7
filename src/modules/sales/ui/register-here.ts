import { isUuid } from "@/kernel/id.ts";
import { deviceText } from "./counter/draft-storage.ts";

const kept = (shopSlug: string) => deviceText(`counter.register.${shopSlug}`);

/** The register that this device stands at; undefined where nobody said: then the server takes the oldest of the usual place. */
export function registerHere(shopSlug: string): string | undefined {
  const id = kept(shopSlug).load();
  return isUuid(id) ? String(id) : undefined;
}

export function keepRegister(shopSlug: string, registerId: string): void {
  kept(shopSlug).save(registerId);
}

/** As a document of this device says it. */
export function atRegister(shopSlug: string): { registerId?: string } {
  const registerId = registerHere(shopSlug);
  return registerId === undefined ? {} : { registerId };
}
