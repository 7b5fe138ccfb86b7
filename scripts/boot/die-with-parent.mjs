// Preloaded into the server: when its starter is gone, even by kill -9, nothing may go on answering on the port.
// Next's own children inherit the preload. They live by a channel to their own parent, which must be left alone: unreferenced, they would end at once.
if (process.ppid === Number(new URL(import.meta.url).searchParams.get("starter"))) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.on("disconnect", () => setTimeout(() => process.exit(1), 5_000).unref());
  process.channel?.unref();
}
