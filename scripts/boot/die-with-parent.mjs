// Preloaded into the server: when its starter is gone, even by kill -9, nothing may go on answering on the port.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.on("disconnect", () => setTimeout(() => process.exit(1), 5_000).unref());
process.channel?.unref();
