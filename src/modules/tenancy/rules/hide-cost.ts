const COST = /cost/i;

/** A detail of the audit trail for somebody who may not see costs: every member that names one is gone, at any depth. */
export function hideCost(detail: unknown): unknown {
  if (Array.isArray(detail)) return detail.map(hideCost);
  if (typeof detail !== "object" || detail === null) return detail;
  return Object.fromEntries(Object.entries(detail).filter(([name]) => !COST.test(name)).map(([name, value]) => [name, hideCost(value)]));
}
