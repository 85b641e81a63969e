/** The chart as it is seen now, as a file that needs no style sheet. */

/** What style sheets say of it that an SVG can say itself. */
const carried = [
  'color',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
] as const;

export function chartSvg(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as typeof drawn;
  const own = [drawn, ...drawn.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = own[index];
    if (original === undefined) continue;
    const style = getComputedStyle(original);
    for (const name of carried) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'style', 'tabindex', 'aria-pressed', 'aria-hidden'])
      element.removeAttribute(name);
    // Nothing in a file is pressed.
    if (element.getAttribute('role') === 'button') element.setAttribute('role', 'img');
  }
  const ground = document.createElementNS(copy.namespaceURI, 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', getComputedStyle(drawn.closest('dialog') ?? drawn).backgroundColor],
  ] as const)
    ground.setAttribute(name, value);
  copy.prepend(ground);
  copy.setAttribute('xmlns', copy.namespaceURI ?? '');
  return new XMLSerializer().serializeToString(copy);
}
