import type api from "./es-AR/api.json";
import type approval from "./es-AR/approval.json";
import type account from "./es-AR/account.json";
import type audit from "./es-AR/audit.json";
import type auth from "./es-AR/auth.json";
import type customers from "./es-AR/customers.json";
import type cash from "./es-AR/cash.json";
import type common from "./es-AR/common.json";
import type errors from "./es-AR/errors.json";
import type files from "./es-AR/files.json";
import type home from "./es-AR/home.json";
import type imports from "./es-AR/imports.json";
import type labels from "./es-AR/labels.json";
import type mail from "./es-AR/mail.json";
import type nav from "./es-AR/nav.json";
import type onboarding from "./es-AR/onboarding.json";
import type ordering from "./es-AR/ordering.json";
import type receiving from "./es-AR/receiving.json";
import type receipt from "./es-AR/receipt.json";
import type pos from "./es-AR/pos.json";
import type sales from "./es-AR/sales.json";
import type prices from "./es-AR/prices.json";
import type purchases from "./es-AR/purchases.json";
import type products from "./es-AR/products.json";
import type suppliers from "./es-AR/suppliers.json";
import type settings from "./es-AR/settings.json";
import type stock from "./es-AR/stock.json";
import type team from "./es-AR/team.json";
import type tills from "./es-AR/tills.json";
import type { UiLocale } from "./locales.ts";

/** One JSON file per namespace and language. A new namespace is added here in two places, or its keys do not type-check. */
export interface Catalogue {
  api: typeof api;
  account: typeof account;
  approval: typeof approval;
  audit: typeof audit;
  auth: typeof auth;
  cash: typeof cash;
  common: typeof common;
  customers: typeof customers;
  errors: typeof errors;
  files: typeof files;
  home: typeof home;
  imports: typeof imports;
  labels: typeof labels;
  mail: typeof mail;
  nav: typeof nav;
  onboarding: typeof onboarding;
  ordering: typeof ordering;
  receiving: typeof receiving;
  receipt: typeof receipt;
  pos: typeof pos;
  sales: typeof sales;
  prices: typeof prices;
  products: typeof products;
  purchases: typeof purchases;
  settings: typeof settings;
  stock: typeof stock;
  suppliers: typeof suppliers;
  team: typeof team;
  tills: typeof tills;
}

export type Namespace = keyof Catalogue;

export const NAMESPACES = ["account", "approval", "cash", "customers", "mail", "api", "auth", "common", "errors", "files", "home", "imports", "labels", "nav", "onboarding", "ordering", "receiving", "receipt", "pos", "sales", "prices", "products", "purchases", "stock", "team", "tills", "suppliers", "audit", "settings"] as const satisfies readonly Namespace[];

const loaded = new Map<UiLocale, Promise<Catalogue>>();

/** All words of one language, read once: to look each of its files up among those of all languages took a tenth of the server's time. */
export function loadCatalogue(locale: UiLocale): Promise<Catalogue> {
  const known = loaded.get(locale) ?? readCatalogue(locale);
  loaded.set(locale, known);
  return known;
}

async function readCatalogue(locale: UiLocale): Promise<Catalogue> {
  const entries = await Promise.all(
    NAMESPACES.map(async (namespace) => {
      const file = (await import(`./${locale}/${namespace}.json`)) as { default: unknown };
      return [namespace, file.default] as const;
    }),
  );
  return Object.fromEntries(entries) as unknown as Catalogue;
}

declare module "next-intl" {
  interface AppConfig {
    Locale: UiLocale;
    Messages: Catalogue;
  }
}
