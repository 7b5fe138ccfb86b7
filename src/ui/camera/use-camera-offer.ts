import { useEffect, useState } from "react";

/**
 * Whether a way to the camera is worth its place: on what is held in the hand, and where a camera is plugged in. Only the browser knows: the
 * server draws none. It asks for no permission, and what does not work then is said when it was tried.
 */
export function useCameraOffer(): boolean {
  const [isOffered, setOffered] = useState(false);
  useEffect(() => {
    if (matchMedia("(pointer: coarse)").matches) return setOffered(true);
    navigator.mediaDevices?.enumerateDevices().then((devices) => setOffered(devices.some(({ kind }) => kind === "videoinput")), () => undefined);
  }, []);
  return isOffered;
}
