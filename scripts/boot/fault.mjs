// What can go wrong before the shop opens, each with its own exit code so that a supervisor can tell them apart.
// The table is printed in docs/operations.md.
export const exitCode = Object.freeze({
  defect: 1,
  wrongNode: 10,
  installFailed: 11,
  buildFailed: 12,
  portTaken: 13,
  diskFull: 14,
  databaseUnreachable: 15,
  databaseTooOld: 16,
  alreadyRunning: 17,
  migrationFailed: 18,
  databaseDidNotStart: 19,
  wrongEnvironment: 20,
  databaseNotOwned: 21,
});

/** A failure that is explained to the operator in its message, without a stack trace. */
export class Fault extends Error {
  /**
   * @param {keyof typeof exitCode} kind
   * @param {string} message
   * @param {{ cause?: unknown }} [options]
   */
  constructor(kind, message, options) {
    super(message, options);
    this.name = 'Fault';
    this.kind = kind;
    this.code = exitCode[kind];
  }
}

/** Disk-full errors come from Node (ENOSPC, EDQUOT), as PostgreSQL's SQLSTATE 53100, or in words (the hint is all that a short write leaves). */
export function isDiskFull(error) {
  const code = /** @type {{ code?: string }} */ (error)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === '53100' || /No space left on device|Check free disk space/i.test(String(error?.message ?? ''));
}

/** Prints what happened and answers the exit code. */
export function report(error) {
  const fault = isDiskFull(error) && !(error instanceof Fault)
    ? new Fault('diskFull', `The disk is full: ${error.message}\nFree some space and start again; nothing was lost.`)
    : error;
  if (fault instanceof Fault) {
    console.error(`\n✗ ${fault.message}\n`);
    return fault.code;
  }
  console.error(fault);
  return exitCode.defect;
}
