import type { CounterCore } from "./counter-core.ts";
import { withPart } from "./later.tsx";
import { HELP_PANEL } from "./parts.ts";

export const SCANNER_HELP_ID = "scanner-help";

/** Opens the help where it speaks of scanners. */
export function showScannerHelp(core: CounterCore): void {
  withPart(core, HELP_PANEL, () => {
    core.store.setState({ help: true });
    requestAnimationFrame(() => document.getElementById(SCANNER_HELP_ID)?.scrollIntoView({ block: "center" }));
  });
}
