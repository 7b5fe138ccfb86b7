import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export interface SmtpServer {
  url: string;
  /** What was taken, headers and body. */
  taken: string[];
  recipients: string[];
  /** From now on every mail is refused for a while, as a server in trouble does. */
  refuse(on: boolean): void;
  close(): Promise<void>;
}

/** A mail server of this process that speaks RFC 5321, as far as one client needs. */
export async function openSmtpServer(): Promise<SmtpServer> {
  const state = { taken: [] as string[], recipients: [] as string[], refusing: false };
  const server = createServer((socket) => converse(socket, state));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: state.taken,
    recipients: state.recipients,
    refuse: (on) => { state.refusing = on; },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function converse(socket: Socket, state: { taken: string[]; recipients: string[]; refusing: boolean }): void {
  let pending = "";
  let body: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string): void => {
    if (body) {
      if (line !== ".") return void body.push(line);
      state.taken.push(body.join("\r\n"));
      body = null;
      return void say("250 taken");
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "EHLO" || verb === "HELO") say("250 here");
    else if (verb === "RCPT") { state.recipients.push(line); say("250 ok"); }
    else if (verb === "DATA" && state.refusing) say("451 later");
    else if (verb === "DATA") { body = []; say("354 go on"); }
    else if (verb === "QUIT") { say("221 bye"); socket.end(); }
    else say("250 ok");
  };
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    const lines = (pending + chunk.toString("utf8")).split("\r\n");
    pending = lines.pop()!;
    lines.forEach(hear);
  });
  say("220 ready");
}
