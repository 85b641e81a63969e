/** Names and their values, one below the other, as the formatter aligns them. */
export function alignedLines(
  entries: readonly { readonly name: string; readonly value: readonly string[] }[],
): readonly string[] {
  const lines: string[] = [];
  let run: { readonly name: string; readonly value: readonly string[] }[] = [];
  const flush = (): void => {
    const widest = Math.max(0, ...run.map(({ name }) => columns(name)));
    for (const { name, value } of run) {
      const [first = '', ...rest] = value;
      lines.push(`${name}${' '.repeat(widest - columns(name))} = ${first}`, ...rest);
    }
    run = [];
  };
  for (const entry of entries) {
    const [first = '', ...rest] = entry.value;
    // A bracket that is open at the end of a line takes the line out of its column; the beginning of a heredoc does not.
    if (rest.length === 0 || first.startsWith('<<')) {
      run.push(entry);
      continue;
    }
    flush();
    lines.push(`${entry.name} = ${first}`, ...rest);
  }
  flush();
  return lines;
}

/** As the formatter counts them: characters as a reader sees them. */
function columns(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return [...new Intl.Segmenter().segment(text)].length;
}
