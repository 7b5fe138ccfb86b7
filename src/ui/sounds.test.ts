import { afterEach, expect, test, vi } from "vitest";
import { createPlayer } from "./sounds.ts";

const made: string[] = [];

class FakeNode {
  readonly gain = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined };
  readonly connect = () => this;
  readonly start = () => void made.push("tone");
  readonly stop = () => undefined;
}

class FakeContext {
  readonly state = "running";
  readonly currentTime = 0;
  readonly destination = null;
  constructor() {
    made.push("context");
  }
}

afterEach(() => {
  made.length = 0;
  vi.unstubAllGlobals();
});

function withSound(Context: new () => object = FakeContext): void {
  vi.stubGlobal("AudioContext", Context);
  vi.stubGlobal("OscillatorNode", FakeNode);
  vi.stubGlobal("GainNode", FakeNode);
}

test("waking makes what sounds need, once, and is silent itself", () => {
  withSound();
  const player = createPlayer();
  player.wake();
  player.wake();
  expect(made).toEqual(["context"]);
  player.play("tick");
  player.play("error");
  expect(made).toEqual(["context", "tone", "tone", "tone"]);
});

test("a till that was silenced makes nothing, and a machine without sound sells on", () => {
  withSound();
  const silenced = createPlayer();
  silenced.setVolume(0);
  silenced.wake();
  silenced.play("done");
  expect(made).toEqual([]);
  withSound(class {
    constructor() {
      throw new Error("no sound card");
    }
  });
  const player = createPlayer();
  player.wake();
  player.play("done");
  expect(made).toEqual([]);
});
