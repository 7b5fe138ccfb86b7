/** tick: one more; soft: look here; error: it was not taken; done: the whole is. Each has a visual twin. */
export type Sound = "tick" | "soft" | "error" | "done";

interface Tone {
  hertz: number;
  fromMs: number;
  forMs: number;
}

const TONES: Readonly<Record<Sound, readonly Tone[]>> = {
  tick: [{ hertz: 1_760, fromMs: 0, forMs: 40 }],
  soft: [{ hertz: 520, fromMs: 0, forMs: 90 }],
  error: [
    { hertz: 440, fromMs: 0, forMs: 110 },
    { hertz: 294, fromMs: 120, forMs: 170 },
  ],
  done: [
    { hertz: 880, fromMs: 0, forMs: 60 },
    { hertz: 1_320, fromMs: 70, forMs: 90 },
  ],
};

/** 0 is silence. */
export const VOLUMES = [0, 0.15, 0.4] as const;
export type Volume = (typeof VOLUMES)[number];

export interface Player {
  play: (sound: Sound) => void;
  /** Makes ready what the first sound needs: another process is asked for it, and the page waits for its answer. */
  wake: () => void;
  setVolume: (volume: Volume) => void;
}

/** Plays through Web Audio: nothing to download. Browsers allow sound after the first key; before that it stays silent. */
export function createPlayer(): Player {
  let context: AudioContext | null = null;
  let volume: Volume = 0.15;

  function play(sound: Sound): void {
    withContext((awake) => {
      for (const tone of TONES[sound]) ring(awake, tone, volume);
    });
  }

  function withContext(run: (awake: AudioContext) => void): void {
    if (volume === 0 || typeof AudioContext === "undefined") return;
    try {
      context ??= new AudioContext();
      if (context.state === "suspended") void context.resume().catch(() => undefined);
      run(context);
    } catch {
      // A machine without sound card is no reason to stop a sale.
      volume = 0;
    }
  }

  return {
    play,
    wake: () => withContext(() => undefined),
    setVolume(next) {
      volume = next;
    },
  };
}

function ring(context: AudioContext, { hertz, fromMs, forMs }: Tone, volume: Volume): void {
  const start = context.currentTime + fromMs / 1_000;
  const end = start + forMs / 1_000;
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  const gain = new GainNode(context, { gain: volume });
  gain.gain.setValueAtTime(volume, Math.max(start, end - 0.01));
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(end);
}
