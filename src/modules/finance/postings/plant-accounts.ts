import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/** The chart of accounts that every posting counts on. */
const ACCOUNTS = {
  cash: "asset",
  bank: "asset",
  wallets: "asset",
  cards_to_settle: "asset",
  receivables: "asset",
  stock: "asset",
  vat_credit: "asset",
  tax_credits: "asset",
  payables: "liability",
  store_credit: "liability",
  vat_debit: "liability",
  equity: "equity",
  opening_balance: "equity",
  sales: "income",
  cost_of_sales: "expense",
  stock_adjustments: "expense",
  cash_difference: "expense",
  expenses: "expense",
} as const;

/** Gives a new tenant its accounts, in the transaction that entered the tenant. */
export async function plantAccounts(tx: ControlTx): Promise<void> {
  await tx.execute(sql`
    INSERT INTO account (code, kind) SELECT code, kind FROM unnest(${Object.keys(ACCOUNTS)}::text[], ${Object.values(ACCOUNTS)}::text[]) AS given (code, kind)`);
}
