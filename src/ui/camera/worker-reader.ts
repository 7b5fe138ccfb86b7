import type { CodeReader } from "./code-reader.ts";
import type { Answer } from "./read-barcodes.worker.ts";

/** Bars of a code held at a hand's distance are some pixels wide at this width; more only costs time. */
const WIDEST = 1_280;

/**
 * Our own reader, in its own thread: the page stays free, and WebAssembly is allowed to that thread alone (platform/security-headers.ts).
 * Script and program come from our origin.
 */
export function openWorkerReader(): CodeReader {
  const worker = new Worker(new URL("./read-barcodes.worker.ts", import.meta.url));
  const canvas = document.createElement("canvas");
  const read: CodeReader["read"] = (video) => {
    const frame = frameOf(video, canvas);
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => (data.ok ? resolve(data.codes) : reject(new Error(data.message)));
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(frame, [frame.data.buffer]);
    });
  };
  return { read, close: () => worker.terminate() };
}

function frameOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData {
  const scale = Math.min(1, WIDEST / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const brush = canvas.getContext("2d", { willReadFrequently: true })!;
  brush.drawImage(video, 0, 0, canvas.width, canvas.height);
  return brush.getImageData(0, 0, canvas.width, canvas.height);
}
