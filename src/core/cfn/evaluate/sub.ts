/** The pieces of a text given to `Fn::Sub`. */
export type SubPiece =
  | { readonly is: 'text'; readonly text: string }
  /** `${Name}` or `${Name.Attribute}`; `offset` is where the name begins in the text. */
  | { readonly is: 'variable'; readonly name: string; readonly offset: number };

/** `${!Name}` is the text `${Name}`; a `${` that is never closed is text. */
export function subPieces(template: string): SubPiece[] {
  const pieces: SubPiece[] = [];
  let from = 0;
  const pattern = /\$\{([^}]*)\}/g;
  for (let match = pattern.exec(template); match !== null; match = pattern.exec(template)) {
    const inside = match[1] ?? '';
    const before = template.slice(from, match.index);
    if (before !== '') pieces.push({ is: 'text', text: before });
    if (inside.startsWith('!')) pieces.push({ is: 'text', text: `\${${inside.slice(1)}}` });
    else {
      const name = inside.trim();
      pieces.push({ is: 'variable', name, offset: match.index + 2 + inside.indexOf(name) });
    }
    from = match.index + match[0].length;
  }
  const rest = template.slice(from);
  if (rest !== '') pieces.push({ is: 'text', text: rest });
  return pieces;
}
