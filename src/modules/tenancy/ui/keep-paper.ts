import type { PaperFile } from "./fetch-paper.ts";

/** Keeps a file as the browser keeps what is downloaded. */
export function keepPaper({ url, name }: PaperFile): void {
  const anchor = document.createElement("a");
  [anchor.href, anchor.download] = [url, name];
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
