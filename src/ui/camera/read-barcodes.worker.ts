import { BarcodeDetector, prepareZXingModule } from "barcode-detector/ponyfill";
import { FORMATS, type SeenCode } from "./code-reader.ts";

/** What this thread says of one frame. */
export type Answer = { ok: true; codes: readonly SeenCode[] } | { ok: false; message: string };

// Beside our other files: left to itself the library asks a server of others for it.
const program = new URL("zxing-wasm/reader/zxing_reader.wasm", import.meta.url).href;
prepareZXingModule({ overrides: { locateFile: () => program } });
const detector = new BarcodeDetector({ formats: [...FORMATS] });

addEventListener("message", ({ data }: MessageEvent<ImageData>) => {
  const answer = (said: Answer): void => postMessage(said);
  detector.detect(data).then(
    (codes) => answer({ ok: true, codes: codes.map(({ rawValue, format }) => ({ rawValue, format })) }),
    (error: unknown) => answer({ ok: false, message: String(error) }),
  );
});
