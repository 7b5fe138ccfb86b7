import { existsSync, readFileSync } from "node:fs";

/** A list of JSON Web Signatures with faults of every kind, where a copy of it is at hand (Wycheproof's test vectors). */
const FILE = new URL("../../../shared/data/json_web_signature_test.json", import.meta.url);

export interface Forgery {
  text: string;
  /** The symmetric key that its maker used; null where it had none. */
  secret: string | null;
}

const coded = (value: unknown): string => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** One of each kind, for everybody. */
function own(): Forgery[] {
  const claims = { sub: "a", tenant_id: "b", iss: "mostrador", aud: "mostrador-api", exp: 4_102_444_800 };
  const heads: unknown[] = [{ alg: "none" }, { alg: "NONE" }, { alg: "HS256", crit: ["exp"] }, { alg: "RS256" }, { alg: "HS512", typ: "at+jwt" }, { alg: "HS256", b64: false, crit: ["b64"] }, { alg: null }, {}, "no JSON", '{"alg":"HS256","alg":"none"}'];
  const compact = heads.flatMap((head) => ["", ".", coded("x".repeat(32)), coded("\0".repeat(32))].map((signature) => `${coded(head)}.${coded(claims)}.${signature}`));
  const flat = JSON.stringify({ protected: coded({ alg: "HS256" }), payload: coded(claims), signature: "" });
  return [...compact, flat, "", ".", "..", "...", "a.b", "a.b.c.d.e", `${coded({ alg: "HS256" })}..`].map((text) => ({ text, secret: "x" }));
}

function published(): Forgery[] {
  if (!existsSync(FILE)) return [];
  const { testGroups } = JSON.parse(readFileSync(FILE, "utf8")) as { testGroups: { private?: { k?: string }; public?: { k?: string }; tests: { jws: unknown }[] }[] };
  return testGroups.flatMap(({ private: secret, public: known, tests }) => {
    const key = secret?.k ?? known?.k;
    return tests.map(({ jws }) => ({ text: typeof jws === "string" ? jws : JSON.stringify(jws), secret: key ? Buffer.from(key, "base64url").toString("latin1") : null }));
  });
}

/** Texts that look like tokens and must open nothing. */
export function forgedTokens(): Forgery[] {
  return [...own(), ...published()];
}
