import { KeyRegistry } from "./registry.ts";

/** The registry of this window. */
export const pageKeys = new KeyRegistry();

let listening = false;

/** Starts the one listener of the window; safe to call again. */
export function listenForKeys(): void {
  if (listening) return;
  listening = true;
  window.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.key === "Shift" || event.key === "Control" || event.key === "Alt" || event.key === "AltGraph") return;
    const binding = pageKeys.press(event, {
      typing: isTyping(event.target),
      layerOpen: document.querySelector("dialog[open]") !== null,
      letterKeys: document.documentElement.dataset["letterKeys"] !== "off",
      nowMs: event.timeStamp,
    });
    if (binding === null || binding === "wait") return;
    event.preventDefault();
    if (!event.repeat) binding.run();
  });
}

const NOT_TEXT = /^(button|checkbox|radio|submit|reset|range|color|file|image)$/;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TEXT.test(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
