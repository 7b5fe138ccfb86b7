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
    // Squeezing thousands of answers took a tenth of the server's time in the sweeps; browsers get theirs so.
    headers: { "accept-encoding": "identity", ...(payload === undefined ? {} : { "content-type": "application/json" }), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
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

/** What is wrong with an answer that has to be a problem (RFC 9457), in words; empty when nothing is. Plain, since sweeps ask it thousands of times. */
export function problemFaults({ status, headers, json }: ApiAnswer): string[] {
  const problem = json as Problem | null;
  if (headers.get("content-type") !== "application/problem+json" || problem === null) return [`${status} is no problem but ${headers.get("content-type")}`];
  const faults: string[] = [];
  if (headers.get("cache-control") !== "private, no-store") faults.push("may be stored");
  if (Object.keys(problem).sort().join() !== "code,detail,errors,status,title,type") faults.push(`members ${Object.keys(problem).join()}`);
  if (problem.status !== status) faults.push(`status ${problem.status} in ${status}`);
  if (problem.type !== `urn:mostrador:problem:${problem.code}`) faults.push(`type ${problem.type}`);
  for (const { path, code, message } of problem.errors ?? []) if (typeof path !== "string" || !code || !(message.length > 3)) faults.push(`error ${path} ${code} ${message}`);
  return faults;
}

/** The answer as a problem, with the shape that every problem has. */
export function problemOf(answer: ApiAnswer): Problem {
  expect(problemFaults(answer)).toEqual([]);
  return answer.json as Problem;
}
