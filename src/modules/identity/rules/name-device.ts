/** What people call a browser: "Chrome · Windows". Null where its User-Agent says neither. */
export function nameDevice(agent: string | null): string | null {
  const browser = first(agent ?? "", [["Edg", "Edge"], ["OPR", "Opera"], ["SamsungBrowser", "Samsung Internet"], ["Firefox", "Firefox"], ["Chrome", "Chrome"], ["CriOS", "Chrome"], ["Safari", "Safari"]]);
  const system = first(agent ?? "", [["Android", "Android"], ["iPhone", "iPhone"], ["iPad", "iPad"], ["Windows", "Windows"], ["CrOS", "ChromeOS"], ["Mac OS", "Mac"], ["Linux", "Linux"]]);
  return [browser, system].filter((part) => part !== null).join(" · ") || null;
}

function first(agent: string, names: readonly (readonly [string, string])[]): string | null {
  return names.find(([mark]) => agent.includes(mark))?.[1] ?? null;
}
