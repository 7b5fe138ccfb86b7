import { useEffect, useRef, useState, type RefObject } from "react";
import { cameraProblem, type CameraProblem } from "./camera-problem.ts";
import type { CodeReader } from "./code-reader.ts";
import { judgeCode } from "./judge-code.ts";
import { openReader } from "./open-reader.ts";
import { createRepeatGuard } from "./repeat-guard.ts";

/** Several looks a second: a hand that holds a phone moves. */
const LOOK_MS = 120;
/** The first frames of a camera may be unreadable; a reader that fails so often in a row does not work here. */
const PATIENCE = 5;

interface Camera {
  stream: MediaStream | null;
  problem: CameraProblem | null;
}

/** The camera behind `video` while the component stands; each code that comes into its picture is told once. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onCode: (code: string) => void): Camera {
  const [camera, setCamera] = useState<Camera>({ stream: null, problem: null });
  const told = useRef(onCode);
  told.current = onCode;
  useEffect(() => {
    const over = new AbortController();
    const fail = (problem: CameraProblem): void => {
      if (!over.signal.aborted) setCamera({ stream: null, problem });
      over.abort();
    };
    if (!navigator.mediaDevices) return fail("insecure");
    void openCamera(video, over.signal).then((stream) => {
      if (over.signal.aborted) return;
      setCamera({ stream, problem: null });
      watch(video.current!, over.signal, (code) => told.current(code)).catch(() => fail("unreadable"));
    }, (error: unknown) => fail(cameraProblem(error)));
    return () => over.abort();
  }, [video]);
  return camera;
}

async function openCamera(video: RefObject<HTMLVideoElement | null>, over: AbortSignal): Promise<MediaStream> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1_280 } } });
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  if (over.aborted || !video.current) return stop(), stream;
  over.addEventListener("abort", stop);
  video.current.srcObject = stream;
  await video.current.play();
  return stream;
}

/** Ends when `over` says so; throws when codes cannot be read here. */
async function watch(video: HTMLVideoElement, over: AbortSignal, tell: (code: string) => void): Promise<void> {
  const reader: CodeReader = await openReader();
  over.addEventListener("abort", () => reader.close());
  const isFresh = createRepeatGuard();
  let failures = 0;
  while (!over.aborted) {
    if (video.videoWidth > 0) {
      const seen = await reader.read(video).then((codes) => (failures = 0, codes), (error: unknown) => {
        if (++failures >= PATIENCE) throw error;
        return [];
      });
      const codes = seen.flatMap((one) => judgeCode(one) ?? []);
      for (const code of isFresh(codes, performance.now())) if (!over.aborted) tell(code);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
