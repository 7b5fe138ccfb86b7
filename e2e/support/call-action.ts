/** What a server action answered, as far as a sweep looks at it. */
export interface ActionAnswer {
  status: number;
  /** "ok" where it was carried out or led on, a refusal's code, "defect"; null where the answer says none of these. */
  verdict: string | null;
  text: string;
}

export interface ActionCall {
  id: string;
  /** A page that holds the action. */
  page: string;
  cookie: string | null;
  /** What the page was rendered for; null for actions that carry none. */
  slug: string | null;
  input: Readonly<Record<string, unknown>>;
}

/** The field of a plain form that carries the slug (tenancy/define-form-action.ts). */
const SHOP_FIELD = "shop";

/** Calls an action as anybody may: by a POST of their own, without the page. `(slug, input)` for `defineAction`. */
export function callAction(baseURL: string, call: ActionCall): Promise<ActionAnswer> {
  return post(baseURL, call, JSON.stringify([call.slug, call.input]));
}

/** The same for actions of plain forms, `(state, form)`, written as React writes a form into a reply. */
export function callFormAction(baseURL: string, call: ActionCall): Promise<ActionAnswer> {
  const form = new FormData();
  if (call.slug !== null) form.append(`_1_${SHOP_FIELD}`, call.slug);
  for (const [name, value] of Object.entries(call.input)) form.append(`_1_${name}`, typeof value === "string" ? value : String(value ?? ""));
  form.append("0", '[{"code":null,"errors":[],"values":{}},"$K1"]');
  return post(baseURL, call, form);
}

async function post(baseURL: string, { id, page, cookie }: ActionCall, body: string | FormData): Promise<ActionAnswer> {
  const answer = await fetch(baseURL + page, {
    method: "POST",
    redirect: "manual",
    headers: { origin: baseURL, accept: "text/x-component", "accept-encoding": "identity", "next-action": id, ...(cookie === null ? {} : { cookie }), ...(typeof body === "string" ? { "content-type": "text/plain;charset=UTF-8" } : {}) },
    body,
  });
  const text = await answer.text();
  return { status: answer.status, verdict: verdictOf(answer, text), text };
}

function verdictOf(answer: Response, text: string): string | null {
  if (answer.headers.has("x-action-redirect")) return "ok";
  // The second row of the reply is what the action returned, the first is about the page.
  const row = /^1:(\{.*)$/m.exec(text)?.[1];
  if (row === undefined) return null;
  const { ok, code } = JSON.parse(row) as { ok?: boolean; code?: string };
  return ok === true ? "ok" : (code ?? null);
}
