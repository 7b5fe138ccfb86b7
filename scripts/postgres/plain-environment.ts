/** What the database's programs may see of our environment: no secrets, no locale of the machine. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return { PATH, ...(SystemRoot === undefined ? {} : { SystemRoot }), LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;
}
