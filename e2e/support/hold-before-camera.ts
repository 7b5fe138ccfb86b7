import type { Page } from "@playwright/test";
import { encodeSymbol } from "../../src/modules/labels/pdf/encode-symbol.ts";

/**
 * From the next load on the page's camera shows an EAN-13 as our labels print it. The engine without a window has no false camera of its own: what
 * a canvas draws comes as the stream, so its frames go the way of real ones.
 */
export async function holdBeforeCamera(page: Page, code: string): Promise<void> {
  const symbol = encodeSymbol({ kind: "ean13", text: code }, "bars");
  if (symbol?.kind !== "bars") throw new Error(`${code} has no bars`);
  await page.addInitScript((widths) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [640, 480];
    const brush = canvas.getContext("2d")!;
    const draw = (): void => {
      brush.fillStyle = "white";
      brush.fillRect(0, 0, 640, 480);
      brush.fillStyle = "black";
      let at = 130;
      for (const [i, width] of widths.entries()) {
        if (i % 2 === 0) brush.fillRect(at, 120, width * 4, 240);
        at += width * 4;
      }
      // A camera never shows two frames that are the same.
      brush.fillRect(0, 470, Date.now() % 640, 10);
    };
    Object.defineProperty(navigator.mediaDevices, "getUserMedia", {
      value: () => {
        draw();
        setInterval(draw, 50);
        return Promise.resolve(canvas.captureStream(20));
      },
    });
  }, [...symbol.widths]);
}
