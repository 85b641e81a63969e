/** Elements of the page. Texts become text nodes and nothing else, whatever stands in them. */
export type Given = Readonly<Record<string, string | number | boolean | undefined>>;

/** An attribute that is false or undefined is not there; one that is true is there without a value. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  given: Given = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  set(element, given);
  element.append(...children);
  return element;
}

const svgNames = 'http://www.w3.org/2000/svg';

export function makeSvg<K extends keyof SVGElementTagNameMap>(
  name: K,
  given: Given = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgNames, name);
  set(element, given);
  element.append(...children);
  return element;
}

export function set(element: Element, given: Given): void {
  for (const [name, value] of Object.entries(given))
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
}

/** SVG that was written where the file was made, and escaped there. XML that is broken runs nothing, and shows nothing. */
export function svgOf(markup: string): readonly Element[] {
  const { documentElement } = new DOMParser().parseFromString(
    `<svg xmlns="${svgNames}">${markup}</svg>`,
    'image/svg+xml',
  );
  return [...documentElement.children].map((each) => document.importNode(each, true));
}

/** A button with a sign that is drawn by lines, in a field of 16 px, and a name. */
export function signButton(sign: string, given: Given = {}): HTMLButtonElement {
  return make(
    'button',
    { type: 'button', class: 'sign', ...given },
    makeSvg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, makeSvg('path', { d: sign })),
  );
}

export function setSign(button: HTMLButtonElement, sign: string): void {
  button.querySelector('path')?.setAttribute('d', sign);
}

/** The name of a control, which is its tip as well, with its key. */
export function setName(element: Element, name: string, key?: string): void {
  set(element, { 'aria-label': name, title: key === undefined ? name : `${name} (${key})` });
}
