const ONE_YEAR_S = 31_536_000;

/** Writes a choice of this device: the cookie for the next page, the attribute for this one. Browser only. */
export function keepPreference(name: string, value: string): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${ONE_YEAR_S}; samesite=lax${secure}`;
  document.documentElement.dataset[name] = value;
}
