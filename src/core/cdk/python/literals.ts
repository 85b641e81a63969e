/** Texts as literals of Python. Whatever is in a text, it ends where the literal ends. */

export function stringLiteral(text: string): string {
  return `"${escaped(text)}"`;
}

/** A part of an f-string. */
export function formatPart(text: string): string {
  return escaped(text).replace(/[{}]/g, (brace) => brace + brace);
}

/** Control characters, what ends a line and halves of pairs are written as what they are. */
function escaped(text: string): string {
  return text.replace(/["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (found) => {
    const short = shortForms.get(found);
    if (short !== undefined) return short;
    const code = found.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

const shortForms: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);
