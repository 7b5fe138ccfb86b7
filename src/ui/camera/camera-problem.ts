/** Why there is no picture, as the words `common.camera.problems` tell it. */
export type CameraProblem = "insecure" | "refused" | "missing" | "busy" | "unreadable" | "broken";

const BY_NAME: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** Of what `getUserMedia` was refused with (Media Capture and Streams §10.1). */
export function cameraProblem(error: unknown): CameraProblem {
  return (error instanceof DOMException && BY_NAME[error.name]) || "broken";
}
