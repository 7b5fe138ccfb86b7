import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { shrinkPng } from "../../scripts/screens/shrink-png.ts";

/** With KEEP_SCREENS set, what a journey shows at this step is kept as docs/screens/<name>.png. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  if (!process.env["KEEP_SCREENS"]) return;
  const file = join("docs/screens", `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, shrinkPng(await page.screenshot({ animations: "disabled", caret: "hide" })));
}
