/** Colours for a terminal; no change at all where there is none. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubtful: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly strong: (text: string) => string;
}

export function paint(colours: boolean): Paint {
  const by =
    (code: number) =>
    (text: string): string =>
      colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  return { good: by(32), bad: by(31), doubtful: by(33), quiet: by(2), strong: by(1) };
}
