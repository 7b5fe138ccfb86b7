import { Readable } from "node:stream";
interface PaperFile {
  name: string;
  stream: Readable;
}

/** A PDF on its way: it is drawn while it is sent, and nobody between keeps it. */
export function answerPaper({ name, stream }: PaperFile): Response {
  const headers = {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers });
}
