/** What a person chose for this device. Cookies, so that the server writes them on <html> and nothing flashes. */
export const THEMES = ["system", "light", "dark"] as const;
export const DENSITIES = ["default", "compact", "touch"] as const;
export const LETTER_KEYS = ["on", "off"] as const;
export const RAILS = ["open", "rail"] as const;

export interface Preferences {
  theme: (typeof THEMES)[number];
  density: (typeof DENSITIES)[number];
  letterKeys: (typeof LETTER_KEYS)[number];
  rail: (typeof RAILS)[number];
}

export type PreferenceName = keyof Preferences;

const CHOICES = { theme: THEMES, density: DENSITIES, letterKeys: LETTER_KEYS, rail: RAILS } as const;

/** Unknown values fall back to the first choice: cookies are anyone's to write. */
export function preferencesOf(read: (cookie: PreferenceName) => string | undefined): Preferences {
  const choose = <N extends PreferenceName>(name: N): Preferences[N] => {
    const choices: readonly string[] = CHOICES[name];
    return (choices.find((choice) => choice === read(name)) ?? choices[0]) as Preferences[N];
  };
  return { theme: choose("theme"), density: choose("density"), letterKeys: choose("letterKeys"), rail: choose("rail") };
}
