/** All that comes of a download; null when it is more than `most` bytes, and then the rest is not waited for. */
export async function readAtMost({ body }: Response, most: number): Promise<Uint8Array | null> {
  if (body === null) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(bytes);
  let filled = 0;
  for (const chunk of chunks) {
    whole.set(chunk, filled);
    filled += chunk.byteLength;
  }
  return whole;
}
