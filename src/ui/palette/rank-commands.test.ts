import { expect, it } from "vitest";
import { rankCommands } from "./rank-commands.ts";

const commands = [
  { id: "new", label: "New product", keywords: "create add" },
  { id: "products", label: "Products" },
  { id: "pos", label: "Caf\u00e9 counter" },
];
const found = (query: string): string[] => rankCommands(commands, query).map(({ id }) => id);

it.each([
  ["", ["new", "products", "pos"]],
  ["prod", ["products", "new"]],
  ["product new", ["new"]],
  ["add", ["new"]],
  ["CAFE", ["pos"]],
  ["zzz", []],
])("%s finds %j", (query, ids) => expect(found(query)).toEqual(ids));
