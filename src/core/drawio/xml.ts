/** Writes XML: elements with attributes, one on a line. Texts are only ever attributes. */

/** An attribute that is undefined is left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly XmlElement[];
}

export function element(
  name: string,
  attributes: XmlElement['attributes'],
  children: readonly XmlElement[] = [],
): XmlElement {
  return { name, attributes, children };
}

export function xmlText(root: XmlElement): string {
  return linesOf(root, '').join('');
}

function linesOf({ name, attributes, children }: XmlElement, indent: string): string[] {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${attributeText(value)}"`))
    .join('');
  if (children.length === 0) return [`${indent}<${name}${written}/>\n`];
  return [
    `${indent}<${name}${written}>\n`,
    ...children.flatMap((child) => linesOf(child, `${indent}  `)),
    `${indent}</${name}>\n`,
  ];
}

function attributeText(value: string | number): string {
  return typeof value === 'number' ? numberText(value) : [...value].map(characterText).join('');
}

/** To a hundredth. What is no number stands at nought: a place on a canvas can be nowhere else. */
function numberText(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100 + 0) : '0';
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As themselves they would be read as spaces.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function characterText(character: string): string {
  return references[character] ?? (isAllowed(character) ? character : '\ufffd');
}

/** The characters that XML 1.0 knows, https://www.w3.org/TR/xml/#charsets; the others stand in no document at all. */
function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}
