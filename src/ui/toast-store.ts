export interface ToastRequest {
  message: string;
  tone?: "positive" | "negative";
  /** Takes back what was just done; a rejection is told to the person. */
  undo?: () => void | Promise<void>;
  action?: { label: string; onSelect: () => void };
}

export interface Toast extends ToastRequest {
  id: number;
}

const MOST = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const watchers = new Set<() => void>();

/** After a reversible act. Callable from anywhere in the browser; does nothing visible without a ToastRegion. */
export function showToast(request: ToastRequest): void {
  lastId += 1;
  publish([...toasts, { ...request, id: lastId }].slice(-MOST));
}

export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

export function readToasts(): readonly Toast[] {
  return toasts;
}

export function watchToasts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const watcher of watchers) watcher();
}
