import type { SampleSheet } from "../rules/read-sample.ts";
import type { Trade } from "../schema.ts";
import { HARDWARE_STORE } from "./hardware-store.ts";
import { KIOSK } from "./kiosk.ts";

export const SAMPLE_SHEETS: Readonly<Record<Trade, SampleSheet>> = {
  "hardware-store": { prefix: "FE", range: "1", text: HARDWARE_STORE },
  kiosk: { prefix: "KI", range: "2", text: KIOSK },
};
