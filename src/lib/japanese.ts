/**
 * A Japanese sentence around names: what of them begins or ends in Latin letters, digits or a bracket stands apart from
 * Japanese text by a space, as it does where a sentence holds it itself. To be written before a template.
 */
export function japanese(texts: TemplateStringsArray, ...names: readonly (string | number)[]): string {
  return texts.reduce((said, text, index) => beside(beside(said, String(names[index - 1])), text));
}

const latin = /[!-~]/;
const letter = /[々ぁ-んァ-ヴー一-鿿]/;

function beside(left: string, right: string): string {
  const [last = '', first = ''] = [left.at(-1), right.at(0)];
  const isApart = (latin.test(last) && letter.test(first)) || (letter.test(last) && latin.test(first));
  return `${left}${isApart ? ' ' : ''}${right}`;
}
