/**
 * A text that is no value of a resource: a description, a default, the name of a property. One that looks like a mark by
 * which the library remembers values that come later would be taken for it, and gets a blank.
 */
export function unmarked(text: string): string {
  return text.replace(/([$#])\{Token\[/g, '$1 {Token[');
}
