// Answers through a child that inherits how it was started, as `next dev` does: the child lives by the channel to its parent.
import { fork } from "node:child_process";
import { createServer } from "node:http";

if (process.argv[2] === "child") {
  process.once("message", (port) => createServer((_, response) => response.end("live")).listen(port, process.env["HOST"]));
  process.once("disconnect", () => process.exit(0));
} else {
  const child = fork(process.argv[1], ["child"]);
  setTimeout(() => child.send(Number(process.env["PORT"])), 300);
  process.once("SIGTERM", () => child.disconnect());
  child.once("exit", (code) => process.exit(code ?? 1));
}
