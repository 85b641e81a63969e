/**
 * Texts in Mermaid: a label stands between quotation marks, where Mermaid still reads entity codes, HTML and Markdown,
 * and looks for directives (https://mermaid.js.org/syntax/flowchart.html#special-characters-that-break-syntax). All that
 * could be any of them is written as an entity code, so that a name is shown as it is.
 */

/** Lines of a label, between its quotation marks. */
export function labelText(lines: readonly string[]): string {
  // Without anything in it, it would be none.
  return `"${lines.map(inert).join('<br/>') || '#160;'}"`;
}

function inert(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()];
  return characters
    .map((character, index) => {
      if (/[\p{L}\p{M}\p{N}\p{So} ,·]/u.test(character)) return character;
      const before = characters.slice(Math.max(0, index - 3), index).join('');
      // Mermaid looks for icons when entity codes are characters again.
      if (character === ':' && characters.slice(index + 1, index + 4).join('') === 'fa-') return '#58;#8203;';
      return isPlainMark(character, before, characters[index + 1]) ? character : entity(character);
    })
    .join('');
}

/** The marks of addresses and names. Where a space is beside them they could begin a list, and behind `www` a link. */
function isPlainMark(character: string, before: string, next: string | undefined): boolean {
  if (character === ':' && next === ' ') return true;
  return (
    /[./-]/.test(character) &&
    next !== undefined &&
    /[\p{L}\p{N}]/u.test(next) &&
    /[\p{L}\p{N}]$/u.test(before) &&
    !/www$/i.test(before)
  );
}

/** Half of a surrogate pair is no character at all. */
function entity(character: string): string {
  const code = character.codePointAt(0) ?? 0xfffd;
  return `#${code >= 0xd800 && code <= 0xdfff ? 0xfffd : code};`;
}

/** A title in the YAML before the diagram, with nothing but letters and digits as themselves. */
export function titleText(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()];
  const written = characters.map((character) =>
    /[\p{L}\p{M}\p{N} ]/u.test(character) ? character : escapeText(character),
  );
  return `"${written.join('')}"`;
}

function escapeText(character: string): string {
  const code = character.codePointAt(0) ?? 0xfffd;
  if (code > 0xffff) return `\\U${code.toString(16).padStart(8, '0')}`;
  return `\\u${(code >= 0xd800 && code <= 0xdfff ? 0xfffd : code).toString(16).padStart(4, '0')}`;
}
