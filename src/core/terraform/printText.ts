/**
 * Texts of people as texts of HCL: whatever they hold, they stay texts.
 * https://developer.hashicorp.com/terraform/language/expressions/strings
 */

/** What stands between quotes for a text. `isBefore`: a value follows within the same quotes. */
export function quotedPart(text: string, isBefore = false): string {
  const escaped = wellFormed(text)
    .replace(/["\\]/g, '\\$&')
    .replace(/[\p{C}\u2028\u2029]/gu, escapedCharacter);
  return withoutTemplates(escaped, isBefore);
}

/** A literal of one line. */
export function quoted(text: string): string {
  return `"${quotedPart(text)}"`;
}

/** What stands in a heredoc for a text. There is no escape for a character in it, only for the beginnings of templates. */
export function heredocPart(text: string, isBefore: boolean): string {
  return withoutTemplates(text, isBefore);
}

/**
 * Whether a text can stand in a heredoc: several lines, the last one ended, of characters that can be seen. The blanks that
 * all lines begin with are taken away, so one of them must begin with none.
 */
export function fitsHeredoc(text: string): boolean {
  if (!text.endsWith('\n') || /[\p{C}\u2028\u2029]/u.test(text.replaceAll('\n', ''))) return false;
  const lines = text.slice(0, -1).split('\n');
  return (
    lines.length > 1 &&
    lines.some((line) => /^\S/.test(line)) &&
    lines.every((line) => line === '' || (line.trim() !== '' && line.trim() !== heredocEnd))
  );
}

export const heredocEnd = 'EOT';

/**
 * `${` and `%{` begin a template, and are doubled to stand for themselves. Marks before those, and marks before a value, become
 * values of their own, since the parser would count them in.
 */
function withoutTemplates(text: string, isBefore: boolean): string {
  const inside = text.replace(/([$%]+)([$%])\{|([$%])\{/g, (_, marks = '', mark = '', single = '') =>
    [marks === '' ? '' : `\${"${String(marks)}"}`, mark, mark, single, single, '{'].join(''),
  );
  return isBefore ? inside.replace(/[$%]+$/, (marks) => `\${"${marks}"}`) : inside;
}

/** Half of a pair is no character, and no file of HCL can hold it. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

function escapedCharacter(character: string): string {
  const known = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  if (known !== undefined) return known;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}
