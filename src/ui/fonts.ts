import localFont from "next/font/local";

// Latin subsets only (114 KB together); both are OFL, see fonts/OFL.txt.
const archivo = localFont({
  src: "./fonts/archivo-latin.woff2",
  weight: "100 900",
  declarations: [{ prop: "font-stretch", value: "62% 125%" }],
  display: "swap",
  variable: "--font-archivo",
  adjustFontFallback: "Arial",
});

const chivoMono = localFont({
  src: "./fonts/chivo-mono-latin.woff2",
  weight: "100 900",
  display: "swap",
  variable: "--font-chivo-mono",
  preload: false,
  adjustFontFallback: false,
});

export const fontVariables = `${archivo.variable} ${chivoMono.variable}`;
