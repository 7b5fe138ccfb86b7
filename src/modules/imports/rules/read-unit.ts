import { foldText } from "./fold-text.ts";

/** What lists write for a unit of sale, folded, by the catalogue's code of it. */
const WORDS: Readonly<Record<string, string>> = {
  u: "u|un|und|uni|unid|unids|unidad|unidades|unit|units|ea|each|pza|pz|pieza|piezas|c u|cu|unidade|unidades|pc|pcs|uni",
  kg: "kg|kgs|kilo|kilos|kilogramo|kilogramos|k|kilogram|quilo|quilos",
  g: "g|gr|grs|gramo|gramos|gram|grams|grama|gramas",
  m: "m|mt|mts|metro|metros|ml lineal|metro lineal|meter|meters|mtr",
  cm: "cm|cms|centimetro|centimetros",
  m2: "m2|mt2|mts2|metro cuadrado|metros cuadrados|metro quadrado",
  m3: "m3|mt3|mts3|metro cubico|metros cubicos",
  l: "l|lt|lts|ltr|litro|litros|liter|litre",
  ml: "ml|cc|mililitro|mililitros",
  box: "caja|cajas|cj|cja|box|caixa|cx|estuche",
  pack: "pack|paquete|paq|pqt|bulto|blister|bolsa|bsa|bls|pacote|set|kit|juego|display|fardo|jgo",
  pair: "par|pares|pair",
  roll: "rollo|rollos|rol|roll|bobina|rolo",
};

const CODES = new Map(Object.entries(WORDS).flatMap(([code, words]) => words.split("|").map((word) => [word, code] as const)));

/** The catalogue's code of a unit; null when the word is none that we know. "M²" and "m2" fold to the same. */
export function readUnit(text: string): string | null {
  return CODES.get(foldText(text.normalize("NFKC"))) ?? null;
}
