/** Names of what a cost can be read off: the cost, the list price of who sells it to us, the margin over it. */
const COST = /cost|margin|listPrice/i;

/** A detail of the audit trail for somebody who may not see costs: every member that tells one is gone, at any depth. */
export function hideCost(detail: unknown): unknown {
  if (Array.isArray(detail)) return detail.map(hideCost);
  if (typeof detail !== "object" || detail === null) return detail;
  return Object.fromEntries(Object.entries(detail).filter(([name]) => !COST.test(name)).map(([name, value]) => [name, hideCost(value)]));
}
