import { newId } from "../../src/kernel/id.ts";

/**
 * Random traffic of several tenants whose every answer is known beforehand. Rows of all tenants look alike (same skus, same names),
 * so that only the tenant tells them apart; what a tenant writes is remembered and counted at the end.
 */
export interface FuzzRow {
  tenant_id: string;
  id: string;
}

/** What the fuzz asks of a client, guarded or not. Single calls and calls in a transaction look the same. */
export interface FuzzCalls {
  findUnique(tenantId: string, id: string): Promise<FuzzRow | null>;
  findFirst(id: string): Promise<FuzzRow | null>;
  findMany(): Promise<FuzzRow[]>;
  count(): Promise<number>;
  createNote(id: string): Promise<unknown>;
  touch(id: string): Promise<number>;
  rawRow(id: string): Promise<FuzzRow[]>;
  rawAll(): Promise<FuzzRow[]>;
  rawNote(id: string): Promise<unknown>;
}

export interface FuzzClient extends FuzzCalls {
  transaction<T>(work: (calls: FuzzCalls) => Promise<T>): Promise<T>;
}

export interface FuzzTenant {
  id: string;
  /** Every product that the tenant has. */
  products: readonly string[];
}

export interface FuzzOutcome {
  operations: number;
  wrong: number;
  missing: number;
  errors: string[];
  /** Ids of the notes that each tenant was told are saved. */
  notes: ReadonlyMap<string, readonly string[]>;
}

export interface FuzzPlan {
  seed: number;
  operations: number;
  atOnce: number;
  tenants: readonly FuzzTenant[];
  clientOf(tenantId: string): FuzzClient;
  /** Ends as soon as anything was wrong: for the control. */
  untilWrong?: boolean;
}

/** mulberry32: small, and the same everywhere for a seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Fuzz {
  readonly notes = new Map<string, string[]>();
  readonly errors: string[] = [];
  operations = 0;
  wrong = 0;
  missing = 0;
  private readonly plan: FuzzPlan;
  private readonly random: () => number;

  constructor(plan: FuzzPlan) {
    this.plan = plan;
    this.random = randomOf(plan.seed);
  }

  async run(): Promise<FuzzOutcome> {
    await Promise.all(Array.from({ length: this.plan.atOnce }, () => this.worker()));
    const { operations, wrong, missing, errors, notes } = this;
    return { operations, wrong, missing, errors, notes };
  }

  private async worker(): Promise<void> {
    while (this.operations < this.plan.operations && !(this.plan.untilWrong && this.wrong + this.missing > 0)) {
      const tenant = this.pick(this.plan.tenants);
      try {
        await this.step(tenant, this.plan.clientOf(tenant.id));
      } catch (error) {
        this.errors.push(String(error));
      }
    }
  }

  private async step(tenant: FuzzTenant, client: FuzzClient): Promise<void> {
    const dice = this.random();
    if (dice < 0.08) return this.twins(tenant);
    if (dice < 0.2) return this.inTransaction(tenant, client);
    return this.single(tenant, client);
  }

  private async single(tenant: FuzzTenant, calls: FuzzCalls): Promise<void> {
    this.operations += 1;
    const own = this.pick(tenant.products);
    const foreign = this.pick(this.other(tenant).products);
    const ways: (() => Promise<void>)[] = [
      async () => this.expectOne(tenant, await calls.findUnique(tenant.id, own)),
      async () => this.expectOne(tenant, await calls.findFirst(own)),
      async () => this.expectNone(await calls.findFirst(foreign)),
      async () => this.expectAll(tenant, await calls.findMany()),
      async () => this.expectCount(tenant, await calls.count()),
      async () => this.expectTouched(await calls.touch(own), 1),
      async () => this.expectTouched(await calls.touch(foreign), 0),
      async () => this.noted(tenant, (id) => calls.createNote(id)),
      async () => this.expectOne(tenant, (await calls.rawRow(own))[0] ?? null),
      async () => this.expectNone((await calls.rawRow(foreign))[0] ?? null),
      async () => this.expectAll(tenant, await calls.rawAll()),
      async () => this.noted(tenant, (id) => calls.rawNote(id)),
      async () => this.expectOne(tenant, (await calls.rawRow(own))[0] ?? null),
      async () => this.expectNone((await calls.rawRow(foreign))[0] ?? null),
    ];
    await this.pick(ways)();
  }

  /** Several tenants ask in one tick, some for a row that is not theirs: where Prisma's batching mixes them. */
  private async twins(tenant: FuzzTenant): Promise<void> {
    const row = this.pick(tenant.products);
    const asked = [tenant, this.other(tenant), tenant].map(async (who) => {
      this.operations += 1;
      const found = await this.plan.clientOf(who.id).findUnique(tenant.id, row);
      if (who === tenant) this.expectOne(tenant, found);
      else this.expectNone(found);
    });
    await Promise.all(asked);
  }

  private async inTransaction(tenant: FuzzTenant, client: FuzzClient): Promise<void> {
    const written: string[] = [];
    const fails = this.random() < 0.2;
    try {
      await client.transaction(async (calls) => {
        // Sent together, as postings do, and beside model calls.
        const rows = await Promise.all([calls.rawRow(this.pick(tenant.products)), calls.rawRow(this.pick(tenant.products)), calls.rawRow(this.pick(tenant.products))]);
        const all = await calls.rawAll();
        this.operations += 4;
        for (const [row] of rows) this.expectOne(tenant, row ?? null);
        this.expectAll(tenant, all);
        await this.single(tenant, { ...calls, createNote: (id) => calls.createNote(id).then(() => written.push(id)), rawNote: (id) => calls.rawNote(id).then(() => written.push(id)) });
        if (fails) throw new RolledBack();
      });
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error;
      const kept = this.notes.get(tenant.id);
      for (const id of written) kept!.splice(kept!.indexOf(id), 1);
    }
  }

  private async noted(tenant: FuzzTenant, write: (id: string) => Promise<unknown>): Promise<void> {
    const id = newId();
    await write(id);
    const kept = this.notes.get(tenant.id) ?? [];
    kept.push(id);
    this.notes.set(tenant.id, kept);
  }

  private expectOne(tenant: FuzzTenant, row: FuzzRow | null): void {
    if (row === null) this.missing += 1;
    else if (row.tenant_id !== tenant.id) this.wrong += 1;
  }

  private expectNone(row: FuzzRow | null): void {
    if (row !== null) this.wrong += 1;
  }

  private expectAll(tenant: FuzzTenant, rows: readonly FuzzRow[]): void {
    if (rows.some((row) => row.tenant_id !== tenant.id)) this.wrong += 1;
    else this.expectCount(tenant, rows.length);
  }

  private expectCount(tenant: FuzzTenant, count: number): void {
    if (count > tenant.products.length) this.wrong += 1;
    if (count < tenant.products.length) this.missing += 1;
  }

  private expectTouched(count: number, expected: number): void {
    if (count > expected) this.wrong += 1;
    if (count < expected) this.missing += 1;
  }

  private other(tenant: FuzzTenant): FuzzTenant {
    for (;;) {
      const found = this.pick(this.plan.tenants);
      if (found !== tenant) return found;
    }
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }
}

class RolledBack extends Error {}

export function fuzz(plan: FuzzPlan): Promise<FuzzOutcome> {
  return new Fuzz(plan).run();
}
