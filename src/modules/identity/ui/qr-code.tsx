import bwip from "bwip-js/node";

/** A QR code (ISO/IEC 18004) drawn on the server: dark on white in every theme, or phones do not read it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const svg = bwip.toSVG({ bcid: "qrcode", text, scale: 4, padding: 8, backgroundcolor: "FFFFFF" });
  return <img src={`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`} alt={label} width={220} height={220} className="border border-line" />;
}
