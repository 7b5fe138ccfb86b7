import { expect, it } from "vitest";
import { judgeChange } from "./judge-change.ts";

const person = (id: string, role: "OWNER" | "ADMIN" | "STAFF") => ({ id, role });

it("D11 nobody changes their own role, and nobody but an owner touches an owner", () => {
  expect(judgeChange(person("a", "OWNER"), person("a", "OWNER"), "ADMIN")).toBe("own_role");
  expect(judgeChange(person("a", "ADMIN"), person("a", "ADMIN"), "STAFF")).toBe("own_role");
  expect(judgeChange(person("a", "ADMIN"), person("b", "OWNER"), "STAFF")).toBe("owner_protected");
  expect(judgeChange(person("a", "OWNER"), person("b", "OWNER"), "ADMIN")).toBeNull();
});

it("D11 no change of role makes an owner: that is a hand-over", () => {
  expect(judgeChange(person("a", "ADMIN"), person("b", "STAFF"), "OWNER")).toBe("owner_protected");
  expect(judgeChange(person("a", "OWNER"), person("b", "STAFF"), "OWNER")).toBe("owner_protected");
});

it("owner and admin change staff, staff changes nobody", () => {
  expect(judgeChange(person("a", "ADMIN"), person("b", "STAFF"), "ADMIN")).toBeNull();
  expect(judgeChange(person("a", "STAFF"), person("b", "STAFF"), "ADMIN")).toBe("forbidden");
});
