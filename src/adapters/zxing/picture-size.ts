/** How many pixels a PNG or JPEG unpacks to, as its header says; null for anything else. */
export function pixelsOf(picture: Uint8Array): number | null {
  const view = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
  try {
    return inPng(view) ?? inJpeg(view);
  } catch {
    // It ends within its header.
    return null;
  }
}

const PNG = 0x89504e47;
const JPEG = 0xffd8;

function inPng(view: DataView): number | null {
  return view.getUint32(0) === PNG ? view.getUint32(16) * view.getUint32(20) : null;
}

/** Segment after segment, up to the one that begins a frame. */
function inJpeg(view: DataView): number | null {
  if (view.getUint16(0) !== JPEG) return null;
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return null;
    if (isFrame(marker & 0xff)) return view.getUint16(at + 5) * view.getUint16(at + 7);
  }
}

/** C4, C8 and CC mean tables among the markers of frames. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
