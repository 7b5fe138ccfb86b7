import { readFileSync } from "node:fs";

export interface Stage {
  /** `--from` of a COPY, null for the build context. */
  copies: { from: string | null; sources: readonly string[]; to: string }[];
  env: Record<string, string>;
  /** Programs and arguments of CMD and HEALTHCHECK. */
  command: readonly string[];
  healthCheck: readonly string[];
  user: string;
}

/** One stage of the Dockerfile. Reads the forms that ours is written in, and throws on a COPY in another one. */
export function readStage(name: string, file = "Dockerfile"): Stage {
  const text = readFileSync(file, "utf8").replace(/\\\n\s*/g, "");
  const body = text.split(/^FROM /m).find((stage) => new RegExp(` AS ${name}\\n`).test(stage));
  if (body === undefined) throw new Error(`${file} has no stage ${name}`);
  const lines = body.split("\n");
  const after = (word: string): string[] => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const list = (json: string | undefined): string[] => JSON.parse(json ?? "[]") as string[];
  return {
    copies: after("COPY").map((line) => {
      const words = line.split(" ");
      const from = words[0]?.startsWith("--from=") ? words.shift()!.slice("--from=".length) : null;
      const to = words.pop();
      if (to === undefined || words.length === 0 || words.some((word) => word.startsWith("-"))) throw new Error(`Unknown COPY: ${line}`);
      return { from, sources: words, to };
    }),
    env: Object.fromEntries(after("ENV").flatMap((line) => line.split(" ").map((pair) => pair.split("=") as [string, string]))),
    command: list(after("CMD")[0]),
    healthCheck: list(after("HEALTHCHECK")[0]?.replace(/^.*?CMD /, "")),
    user: after("USER")[0] ?? "root",
  };
}
