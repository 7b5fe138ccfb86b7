import { expect, it } from "vitest";
import { internalPath } from "./internal-path.ts";

it.each(["/products", "/products?q=torn%209&page=2#x", "/", "/sales/0190-a"])("C23 follows %s", (path) => expect(internalPath(path, "/home")).toBe(path));

it.each([
  "https://evil.example", "//evil.example", "/\\evil.example", "\\/evil.example", "javascript:alert(1)", "/\t/evil.example", "/\n/evil", " /products", "", "products",
  "/a\\b", "/\0", "http:/evil", `/${"a".repeat(2_001)}`, null, undefined, 7, ["/products"],
])("C23 does not follow %j", (path) => expect(internalPath(path, "/home")).toBe("/home"));
