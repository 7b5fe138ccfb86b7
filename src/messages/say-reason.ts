type Params = Readonly<Record<string, string | number>>;

/** A translator of namespace `imports`; its own type knows each code's parameters, here the code is only known to be one of them. */
type Translate = (key: never, params?: never) => string;

const ABSENT: Params = { value: "", read: "", max: "", length: "", row: "", name: "none" };

/** The words of a row's reason. */
export function sayReason(t: Translate, { code, params }: { code: string; params?: Params }): string {
  const told = Object.entries(params ?? {}).filter(([, value]) => value !== "");
  return (t as unknown as (key: string, params: Params) => string)(`reasons.${code}`, { ...ABSENT, ...Object.fromEntries(told) });
}
