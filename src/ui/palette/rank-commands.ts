export interface PaletteCommand {
  id: string;
  label: string;
  /** Other words that find it. */
  keywords?: string;
  /** Key hint, as in the registry. */
  keys?: string;
  href?: string;
  run?: () => void;
}

export interface PaletteResult {
  id: string;
  label: string;
  /** Second line: code, barcode. */
  detail?: string;
  /** At the right: price. */
  end?: string;
  href: string;
}

const MOST = 8;

/** Commands of which every typed word begins a word, in any order, accents ignored; those whose label begins with the query first. */
export function rankCommands(commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
  const wanted = fold(query);
  if (wanted === "") return commands.slice(0, MOST);
  const words = wanted.split(" ");
  return commands
    .filter((command) => {
      const own = fold(`${command.label} ${command.keywords ?? ""}`).split(" ");
      return words.every((word) => own.some((candidate) => candidate.startsWith(word)));
    })
    .sort((a, b) => Number(fold(b.label).startsWith(wanted)) - Number(fold(a.label).startsWith(wanted)))
    .slice(0, MOST);
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
