import { z } from "zod";

interface FileToSend {
  name: string;
  type: string;
  body: ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
}

/** A file of the shop as an answer: to be saved under its name, kept by nobody on the way. */
export function answerFile({ name, type, body }: FileToSend): Response {
  const headers = {
    "content-type": type,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
  return new Response(body, { headers });
}

/** For the plan of an endpoint that answers so. */
export const fileAnswer = z.custom<Response>().meta({ type: "string", format: "binary", description: "The file itself" });
