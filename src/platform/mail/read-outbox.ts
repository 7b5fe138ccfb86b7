import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { outboxFolder, type Letter } from "./send-mail.ts";

/** The newest letters of the outbox folder, for the page that shows it in development. */
export async function readOutbox(most: number): Promise<Letter[]> {
  const files = await readdir(outboxFolder()).catch(() => []);
  const newest = files.filter((name) => name.endsWith(".json")).sort().reverse().slice(0, most);
  return Promise.all(newest.map(async (name) => JSON.parse(await readFile(path.join(outboxFolder(), name), "utf8")) as Letter));
}
