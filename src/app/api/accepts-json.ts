const OURS = new Set(["*/*", "application/*", "application/json", "application/problem+json"]);

/** Whether a caller takes what we answer (RFC 9110 §12.5.1). No Accept at all means anything; `q=0` means "not this". */
export function acceptsJson(request: Request): boolean {
  const header = request.headers.get("accept");
  if (header === null || header.trim() === "") return true;
  return header.split(",").some((range) => {
    const [type = "", ...parameters] = range.toLowerCase().split(";").map((part) => part.trim());
    return OURS.has(type) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
