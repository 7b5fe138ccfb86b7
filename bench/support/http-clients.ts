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
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const [times, errors]: [number[], string[]] = [[], []];
  const begun = performance.now();
  const client = async () => {
    while (performance.now() - begun < seconds * 1_000) {
      const from = performance.now();
      const answer = await post(agent, hostname, port, next());
      times.push(performance.now() - from);
      if (answer !== null) errors.push(answer);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = performance.now() - begun;
  agent.destroy();
  return { perSecond: (times.length / elapsed) * 1_000, times, errors };
}

/** Null when the answer is a success. */
function post(agent: Agent, hostname: string, port: string, { path, token, body }: Call): Promise<string | null> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), authorization: `Bearer ${token}` };
    const sent = request({ agent, hostname, port, path, method: "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => { text += chunk; });
      response.on("end", () => resolve(response.statusCode! < 300 ? null : `${response.statusCode} ${text}`));
    });
    sent.on("error", (error) => resolve(String(error)));
    sent.end(body);
  });
}
