import { encode } from "uqr";
import { accessTexts } from "./texts.ts";

/** A QR code drawn in the page itself: nothing is fetched, nothing leaves. */
export function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 1 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <div class="qr">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={accessTexts.factor.qr}
        shape-rendering="crispEdges"
      >
        <path d={dark.join("")} fill="#000" />
      </svg>
    </div>
  );
}
