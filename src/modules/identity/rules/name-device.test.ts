import { expect, it } from "vitest";
import { nameDevice } from "./name-device.ts";

it("names what people would name", () => {
  expect(nameDevice("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36")).toBe("Chrome · Windows");
  expect(nameDevice("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0")).toBe("Edge · Windows");
  expect(nameDevice("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1")).toBe("Safari · iPhone");
  expect(nameDevice("curl/8")).toBeNull();
  expect(nameDevice(null)).toBeNull();
});
