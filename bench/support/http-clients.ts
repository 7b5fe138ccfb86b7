import { Agent, request } from "node:http";

export interface HttpRun {
  perSecond: number;
  times: number[];
  /** The first answers that were not a success, as text; empty when all is well. */
  errors: string[];
}

export interface Call {
  path: string;
  token: string;
  body: string;
}

/** As many clients as asked, each with a connection of its own and one call on its way at a time, for that long. */
export async function runClients(url: string, next: () => Call, { clients, seconds }: { clients: number; seconds: number }): Promise<HttpRun> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const [times, errors]: [number[], string[]] = [[], []];
  const begun = performance.now();
  const client = async () => {
    while (performance.now() - begun < seconds * 1_000) {
      const from = performance.now();
      const { status, text } = await post(agent, url, next());
      times.push(performance.now() - from);
      if (status < 200 || status >= 300) errors.push(`${status} ${text}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = performance.now() - begun;
  agent.destroy();
  return { perSecond: (times.length / elapsed) * 1_000, times, errors };
}

/** What came back; status 0 when nothing did, with the reason as text. */
export interface Answer {
  status: number;
  text: string;
}

/** One call on a connection of the agent; `patience` in milliseconds, without it as long as it takes. */
export function post(agent: Agent, url: string, { path, token, body }: Call, patience?: number): Promise<Answer> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), authorization: `Bearer ${token}` };
    const sent = request(new URL(path, url), { agent, method: "POST", headers, ...(patience === undefined ? {} : { timeout: patience }) }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => { text += chunk; });
      response.on("end", () => resolve({ status: response.statusCode!, text }));
      response.on("error", (error) => resolve({ status: 0, text: String(error) }));
    });
    sent.on("timeout", () => sent.destroy(new Error("no answer in time")));
    sent.on("error", (error) => resolve({ status: 0, text: String(error) }));
    sent.end(body);
  });
}
