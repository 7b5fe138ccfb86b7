import { FORMATS, type CodeReader, type SeenCode } from "./code-reader.ts";
import { openWorkerReader } from "./worker-reader.ts";

interface NativeDetector {
  detect: (source: HTMLVideoElement) => Promise<readonly SeenCode[]>;
}
/** TypeScript's DOM does not know it. */
interface NativeDetectorClass {
  new (options: { formats: readonly string[] }): NativeDetector;
  getSupportedFormats: () => Promise<readonly string[]>;
}

/** The browser's own reader where it reads what goods bear (Android, macOS), else ours, which is fetched now. */
export async function openReader(): Promise<CodeReader> {
  const native = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  const offered = native ? await native.getSupportedFormats().catch(() => []) : [];
  const formats = FORMATS.filter((format) => offered.includes(format));
  if (!native || !formats.includes("ean_13")) return openWorkerReader();
  const detector = new native({ formats });
  return { read: (video) => detector.detect(video), close: () => undefined };
}
