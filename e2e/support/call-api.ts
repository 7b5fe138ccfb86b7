import { expect } from "@playwright/test";

export interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed where the answer is JSON; null otherwise. */
  json: unknown;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors: { path: string; code: string; message: string }[];
}

interface Sent {
  token?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

/** One call of the API by fetch: what an integrator's program would send. */
export async function callApi(baseURL: string, method: string, path: string, { token, body, raw, headers = {} }: Sent = {}): Promise<ApiAnswer> {
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const send = () => fetch(baseURL + path, {
    method,
    redirect: "manual",
    headers: { ...(payload === undefined ? {} : { "content-type": "application/json" }), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(payload === undefined ? {} : { body: payload }),
  });
  // A kept connection may be closed by the server in the moment of its next use (RFC 9112 §9.3.1): then, and only then, once more.
  const response = await send().catch((error: unknown) => {
    if (((error as Error).cause as { code?: string } | undefined)?.code === "UND_ERR_SOCKET") return send();
    throw error;
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, text, json: isJson && text !== "" ? JSON.parse(text) : null };
}

/** The answer as a problem, with the shape that every problem has (RFC 9457). */
export function problemOf(answer: ApiAnswer): Problem {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const problem = answer.json as Problem;
  expect(Object.keys(problem).sort()).toEqual(["code", "detail", "errors", "status", "title", "type"]);
  expect(problem.status).toBe(answer.status);
  expect(problem.type).toBe(`urn:mostrador:problem:${problem.code}`);
  for (const { path, code, message } of problem.errors) expect([typeof path, code.length > 0, message.length > 3]).toEqual(["string", true, true]);
  return problem;
}
