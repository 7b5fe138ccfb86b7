import { PASSWORD } from "./open-shop.ts";

/** The session of a person as a Cookie header, for calls that no browser makes. Throws when they do not get one. */
export async function sessionCookie(baseURL: string, email: string, password = PASSWORD): Promise<string> {
  const asked = await fetch(`${baseURL}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const csrfCookie = cookiesOf(asked);
  const signedIn = await fetch(`${baseURL}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: baseURL, cookie: csrfCookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password }).toString(),
  });
  const cookie = cookiesOf(signedIn);
  if (!/(^|; )(__Host-)?sid=/.test(cookie)) throw new Error(`${email} was not let in: ${signedIn.status}`);
  return cookie;
}

function cookiesOf(answer: Response): string {
  return answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
}
