/** Text as XML takes it. Whatever stands in a diagram was written by somebody else, and stays text. */

/** For the content of an element and for an attribute in double quotes. */
export function escaped(text: string): string {
  return (
    text
      // Not even as references may these stand in XML 1.0 (https://www.w3.org/TR/xml/#charsets).
      // oxlint-disable-next-line no-control-regex -- they are what is to go
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // Read back from an attribute they would be spaces.
      .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function attributes(given: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(given))
    if (value !== undefined)
      text += ` ${name}="${typeof value === 'number' ? short(value) : escaped(value)}"`;
  return text;
}

/** An element with what is in it, which is XML already. */
export function element(name: string, given: Attributes, content = ''): string {
  return content === ''
    ? `<${name}${attributes(given)}/>`
    : `<${name}${attributes(given)}>${content}</${name}>`;
}

/** A hundredth of a px is finer than any screen; the same number is always written alike. */
export function short(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? String(Object.is(rounded, -0) ? 0 : rounded) : '0';
}
