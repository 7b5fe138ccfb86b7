import { useEffect, useState } from "react";

/** Of Image Capture (W3C): TypeScript's DOM does not know it. */
type TorchCapabilities = MediaTrackCapabilities & { torch?: boolean };

/** The lamp beside the lens; `toggle` is null where there is none. It goes out with the camera. */
export function useTorch(stream: MediaStream | null): { isLit: boolean; toggle: (() => void) | null } {
  const [isLit, setLit] = useState(false);
  const track = stream?.getVideoTracks()[0];
  useEffect(() => setLit(false), [stream]);
  // Firefox has no getCapabilities.
  const isOffered = (track?.getCapabilities?.() as TorchCapabilities | undefined)?.torch === true;
  if (!track || !isOffered) return { isLit: false, toggle: null };
  const light = (torch: boolean): void => {
    track.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] }).then(() => setLit(torch), () => setLit(false));
  };
  return { isLit, toggle: () => light(!isLit) };
}
