import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface SchemaModel {
  name: string;
  /** File of the schema: the room that owns the model. */
  file: string;
  table: string;
  fields: Readonly<Record<string, string>>;
  /** Fields of the primary key, in order. */
  id: readonly string[];
}

const folder = new URL("../../prisma/schema/", import.meta.url).pathname;

/** The models as the schema files say them: the generated client does not tell its keys. */
export function readModels(): SchemaModel[] {
  return readdirSync(folder).filter((file) => file.endsWith(".prisma")).flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => readModel(file, name!, body!));
  });
}

function readModel(file: string, name: string, body: string): SchemaModel {
  const fields = Object.fromEntries([...body.matchAll(/^ {2}(\w+)\s+(\S.*)$/gm)].map(([, field, rest]) => [field!, rest!.trim()]));
  const single = Object.keys(fields).find((field) => / @id\b/.test(fields[field]!));
  const compound = body.match(/@@id\(\[([^\]]+)\]/)?.[1]?.split(",").map((field) => field.trim());
  return { name, file, fields, table: body.match(/@@map\("([^"]+)"\)/)?.[1] ?? name, id: compound ?? (single ? [single] : []) };
}
