/**
 * CRC-32 (ISO-HDLC, as in ZIP and gzip; https://www.w3.org/TR/png-3/#D-CRCAppendix): it notices every change within 32
 * consecutive bits, so every single changed character, and nearly everything else that happens by accident. It is no proof
 * against intent.
 */
export function crc32(bytes: Uint8Array): number {
  let register = 0xffffffff;
  for (const byte of bytes) register = (table[(register ^ byte) & 0xff] ?? 0) ^ (register >>> 8);
  return (register ^ 0xffffffff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
