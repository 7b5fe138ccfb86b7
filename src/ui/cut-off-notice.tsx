"use client";

import { useEffect, useState } from "react";

/**
 * Sent without the network, a form takes the page away and with it what was typed. One for all pages: forms that go to the server stay where they are,
 * and the person is told. Forms that JavaScript answers by itself (the counter's entry) have no address and are left alone. The text comes from the
 * server, since pages for visitors have no catalogue in the browser.
 */
export function CutOffNotice({ text }: { text: string }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const stop = (event: SubmitEvent): void => {
      const isStopped = !navigator.onLine && event.target instanceof HTMLFormElement && event.target.hasAttribute("action");
      setShown(isStopped);
      if (!isStopped) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const hide = (): void => setShown(false);
    window.addEventListener("submit", stop, true);
    window.addEventListener("online", hide);
    return () => {
      window.removeEventListener("submit", stop, true);
      window.removeEventListener("online", hide);
    };
  }, []);
  return isShown ? <p role="alert" className="fixed inset-x-4 bottom-16 z-50 mx-auto max-w-md rounded-sm border border-negative bg-negative-soft px-3 py-2.5 text-ink shadow-modal">{text}</p> : null;
}
