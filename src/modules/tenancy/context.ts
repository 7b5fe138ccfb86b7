import type { Result } from "@/kernel/refusal.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { Permission, Role, Thresholds } from "./permissions.ts";

/**
 * Who asks, for which tenant, with which rights. Minted by the gate (and by jobs for the tenant they carry) and nowhere else;
 * queries and commands take it first and trust it.
 */
export interface Context {
  tenant: { id: string; slug: string; name: string };
  member: { id: string; userId: string; email: string; name: string; role: Role };
  /** The shop demands a second factor that the member lacks: nothing that names a permission is open to them. */
  lacksTotp: boolean;
  permissions: ReadonlySet<Permission>;
  /** Came in by a PIN at a shared till: `permissions` are those of the counter, and nothing of the person's own account is open. */
  byPin: boolean;
  /** When the person last showed a password or a second factor on this way in (check-proof.ts). */
  provedAt: Date | null;
  /** What the member may do once they show their password; empty unless `byPin`. */
  withheld: ReadonlySet<Permission>;
  thresholds: Thresholds;
  /** The instant of the request: commands never ask the clock. */
  now: Date;
  request: RequestFacts;
  db: TenantDb;
  /**
   * The transaction of a command. A refusal, returned or thrown as RefusedError, rolls back and comes out as a value.
   * Under an Idempotency-Key the first accepted answer is stored with its effect and given again to every repetition.
   */
  transact<T>(work: (tx: TenantTx) => Promise<Result<T>>): Promise<Result<T>>;
}

export interface RequestFacts {
  id: string;
  address: string | null;
  userAgent: string | null;
  idempotency: { key: string; route: string; hash: string } | null;
}
