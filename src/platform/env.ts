import { z } from 'zod';
import { roleUrl } from './role-url.ts';

const flag = (byDefault: '0' | '1') => z.enum(['0', '1'], 'must be 0 or 1').default(byDefault).transform((value) => value === '1');
const integer = (byDefault: number, min: number, max: number) =>
  z.coerce.number(`must be a whole number`).int('must be a whole number').min(min, `must be at least ${min}`).max(max, `must be at most ${max}`).default(byDefault);
const secret = z.string('is missing').min(32, 'must have at least 32 characters');
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must look like postgresql://user:password@host:5432/database' });

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** The owner's URL; only migrations use it. The two below are derived from it when they are not given. */
  DATABASE_URL: databaseUrl.optional(),
  APP_DATABASE_URL: databaseUrl.optional(),
  CONTROL_DATABASE_URL: databaseUrl.optional(),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: 'must look like https://shop.example' }).optional(),
  NEXTAUTH_SECRET: secret,
  JWT_SECRET: secret,
  /** The one before it, while tokens that it signed live on. */
  JWT_SECRET_PREVIOUS: secret.optional(),
  ACCESS_TTL_MIN: integer(15, 1, 1_440),
  REFRESH_TTL_DAYS: integer(7, 1, 365),
  /** How long after showing a password a person may change rights and money settings without showing it again. */
  PROOF_MIN: integer(10, 1, 1_440),
  /** redis:// or rediss://. Attempts are counted there when it answers, in the database otherwise. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must look like redis://user:password@host:6379' }).optional(),
  /** Multiplies every rate limit; the tests raise it. */
  RATE_LIMIT_SCALE: z.coerce.number('must be a number').positive('must be more than 0').default(1),
  PORT: integer(3000, 1, 65_535),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Connections per role and process. */
  DB_POOL_MAX: integer(10, 1, 500),
  /** Context, statement and commit in one round trip. */
  DB_PIPELINE: flag('1'),
  /** Named prepared statements; 0 behind a PgBouncer older than 1.21. */
  DB_PREPARE: flag('1'),
  /** Believe X-Real-IP; only behind a proxy of one's own that sets it. */
  TRUST_PROXY: flag('0'),
  /** Whether this process also does the jobs (imports); at least one process must. */
  JOBS: flag('1'),
  /** smtp:// or smtps:// with user and password in it. Without it mails are written to DATA_DIR/mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtps://user:password@mail.example' }).optional(),
  MAIL_FROM: z.email('must be an e-mail address').default('mostrador@localhost.localdomain'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  DATA_DIR: z.string().min(1).default('.data'),
});

export const variableNames: readonly string[] = Object.keys(variables.shape);

export type Env = z.output<typeof variables> & { APP_DATABASE_URL: string; CONTROL_DATABASE_URL: string; NEXTAUTH_URL: string };

/** Empty counts as absent: that is how an untouched line of .env arrives. Throws one line per wrong variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([name, value]) => value !== '' && variableNames.includes(name)));
  const parsed = variables.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const owner = given['DATABASE_URL'];
  for (const name of ['APP_DATABASE_URL', 'CONTROL_DATABASE_URL']) {
    if (given[name] === undefined && owner === undefined) problems.push(`${name} is missing, and there is no DATABASE_URL to derive it from`);
  }
  if (!parsed.success || problems.length > 0) throw new Error(`The environment is not right:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  const { data } = parsed;
  const derived = (role: 'app_tenant' | 'app_control'): string => roleUrl(owner ?? '', data.NEXTAUTH_SECRET, role);
  return {
    ...data,
    APP_DATABASE_URL: data.APP_DATABASE_URL ?? derived('app_tenant'),
    CONTROL_DATABASE_URL: data.CONTROL_DATABASE_URL ?? derived('app_control'),
    NEXTAUTH_URL: data.NEXTAUTH_URL ?? `http://localhost:${data.PORT}`,
  };
}

let parsed: Env | undefined;

/** The environment, read once and at the first use: a build imports this file without having any secrets. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name) => Reflect.get((parsed ??= parseEnv(process.env)), name),
});
