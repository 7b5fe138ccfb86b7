import type { LabelPreview } from "../queries/preview-label.ts";

/** A label as it comes out of the printer, from the marks that the file is drawn with. Paper is white, in the dark too. */
export function LabelPicture({ preview: { width, height, marks }, label }: { preview: LabelPreview; label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} style={{ aspectRatio: `${width} / ${height}`, width: `min(100%, ${width * 4.6}px)` }} className="border border-line-strong">
      <rect width={width} height={height} fill="#ffffff" />
      {marks.map((mark, i) =>
        mark.kind === "text" ? (
          <text key={i} x={mark.x} y={mark.y} fontSize={mark.size} fontWeight={mark.bold ? 700 : 400} textLength={mark.width} lengthAdjust="spacingAndGlyphs" fill="#000000" style={{ fontFamily: "Helvetica, Arial, 'Liberation Sans', sans-serif", fontStretch: "normal" }}>{mark.text}</text>
        ) : (
          <path key={i} fill="#000000" d={mark.rects.map(([x, y, w, h]) => `M${x.toFixed(3)} ${y.toFixed(3)}h${w.toFixed(3)}v${h.toFixed(3)}h${(-w).toFixed(3)}z`).join("")} />
        ),
      )}
    </svg>
  );
}
