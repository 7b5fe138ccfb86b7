import { createServer, type Server, type Socket } from "node:net";

// The smallest server of PostgreSQL's protocol 3.0 (its documentation, "Message Formats"): lets everybody in, answers one text value to every query.

function message(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number): Buffer => Buffer.concat([int16(value >>> 16), int16(value & 65_535)]);
const cstring = (text: string): Buffer => Buffer.from(`${text}\0`);

const READY = message("Z", Buffer.from("I"));

function answer(socket: Socket, value: string): void {
  const column = Buffer.concat([cstring("v"), int32(0), int16(0), int32(25), int16(65_535), int32(-1), int16(0)]);
  socket.write(Buffer.concat([
    message("T", int16(1), column), message("D", int16(1), int32(value.length), Buffer.from(value)), message("C", cstring("SELECT 1")), READY,
  ]));
}

/** A server that says it is of this version, as server_version_num writes it (140012). Answers its URL. */
export async function serveOldVersion(versionNumber: string): Promise<{ url: string; server: Server }> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int32(0)), READY]));
      socket.on("data", (chunk) => (chunk[0] === "Q".charCodeAt(0) ? answer(socket, versionNumber) : socket.end()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `postgresql://owner:pw@127.0.0.1:${typeof address === "object" ? address?.port : 0}/shop`, server };
}
