/** Texts made small and read back, by what browsers and Node have of their own: raw DEFLATE (RFC 1951) of UTF-8. */

export async function deflated(text: string): Promise<Uint8Array> {
  const stream = new CompressionStream('deflate-raw');
  const given = give(stream.writable, new TextEncoder().encode(text));
  const { bytes } = await take(stream.readable, Infinity);
  await given;
  return bytes;
}

export type Inflated = { readonly text: string } | { readonly fault: 'not-deflated' | 'too-large' };

/**
 * Stops as soon as more than `most` bytes have come out: a kilobyte can hold a megabyte of zeros.
 */
export async function inflated(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Inflated> {
  const stream = new DecompressionStream('deflate-raw');
  // A fault in the data fails the writing as well as the reading; it is told once, by the reading.
  const given = give(stream.writable, bytes).catch(() => undefined);
  try {
    const out = await take(stream.readable, most);
    if (out.isMore) return { fault: 'too-large' };
    await given;
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(out.bytes) };
  } catch {
    return { fault: 'not-deflated' };
  }
}

async function give(writable: WritableStream<BufferSource>, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const writer = writable.getWriter();
  // Told of by the calls below as well; unheard it would count as a failure that nobody looks after.
  writer.closed.catch(() => undefined);
  const written = writer.write(bytes);
  const closed = writer.close();
  await Promise.all([written, closed]);
}

async function take(
  readable: ReadableStream<Uint8Array>,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly isMore: boolean }> {
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => undefined);
      return { bytes: new Uint8Array(), isMore: true };
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, isMore: false };
}
