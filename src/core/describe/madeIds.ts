/** Ids in the form of AWS that are the same whenever they are made. */

/** `vpc-0123456789abcdef0`: 17 digits behind the prefix, the first of which is 0 as in the ids of today. */
export function madeId(prefix: string, key: string): string {
  return `${prefix}0${hash(`${prefix} ${key}`, 0)}${hash(`${prefix} ${key}`, 1)}`;
}

/** 16 digits, as in the ARN of a load balancer. */
export function madeDigits(key: string): string {
  return `${hash(key, 2)}${hash(key, 3)}`;
}

/** Eight digits of a text, by the FNV-1a function with its bits mixed once more. */
function hash(text: string, turn: number): string {
  let value = (0x811c9dc5 ^ (turn * 0x9e3779b1)) >>> 0;
  for (let index = 0; index < text.length; index++) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b) >>> 0;
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35) >>> 0;
  value ^= value >>> 16;
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** Whether an id is one that AWS gave. */
export function isOfAws(prefix: string, id: string): boolean {
  return id.startsWith(prefix) && /^[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(id.slice(prefix.length));
}

/** A name with the characters that most services take. */
export function plainName(name: string, most: number): string {
  const plain = name.replaceAll(/[^A-Za-z0-9-]+/g, '-').replaceAll(/-{2,}/g, '-');
  return plain.slice(0, most).replaceAll(/^-+|-+$/g, '');
}
