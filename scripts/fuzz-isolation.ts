// npm run fuzz:isolation: what tests/walls/fuzz*.test.ts do in short, with 100,000 operations each way.
import { join } from "node:path";
import { runProgram } from "./suite/run-program.ts";

process.exitCode = await runProgram([join("node_modules", "vitest/vitest.mjs"), "run", "--project", "commands", "tests/walls/fuzz"], { ...process.env, FUZZ_OPERATIONS: "100000" });
