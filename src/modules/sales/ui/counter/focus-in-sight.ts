/** Gives a field the focus and brings it into sight: at 200 %, or on a phone that lies on its side, its panel is shorter than what stands in it. */
export function focusInSight(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "nearest" });
}
