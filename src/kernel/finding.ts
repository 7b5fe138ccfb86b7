/** An invariant that does not hold, as an audit reports it: which law, of what, and the figures that disagree. */
export interface Finding {
  law: string;
  id: string;
  detail: string;
}
