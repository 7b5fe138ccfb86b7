import { expect, it } from "vitest";
import { attribute, XmlScanner } from "./xml-scanner.ts";

function scan(pieces: readonly string[]): string {
  const seen: string[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") seen.push(text);
    text = "";
  };
  const scanner = new XmlScanner({
    open: (name, attributes) => (flush(), seen.push(`<${name}${attribute(attributes, "a") === null ? "" : ` ${attribute(attributes, "a")}`}>`)),
    close: (name) => (flush(), seen.push(`</${name}>`)),
    text: (piece) => (text += piece),
  });
  pieces.forEach((piece) => scanner.write(piece));
  scanner.end();
  return seen.join("");
}

const XML = `<?xml version="1.0"?><x:root><!-- <no> --><c b='>' a="1 &gt; 0"/>t&amp;<![CDATA[<&>]]>&#241;<d r:a='é"'>x</d></x:root>\n`;
const SEEN = '<root><c 1 > 0></c>t&<&>ñ<d é">x</d></root>';

it("reads markup in one piece", () => expect(scan([XML])).toBe(SEEN));

it("reads the same cut at any two places", () => {
  for (let first = 0; first < XML.length; first += 1) {
    const second = Math.min(XML.length, first + 7);
    expect(scan([XML.slice(0, first), XML.slice(first, second), XML.slice(second)])).toBe(SEEN);
  }
});

it.each(['<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "<x><y></x", "<x>", `<x a="${"a".repeat(2_000_000)}`])("refuses %.30s", (xml) =>
  expect(() => scan([xml])).toThrow("file_unreadable"),
);
