/** What the diagram can be handed out as to be looked at, and what there is to choose of each. */
import type { Words } from '../../lib/words';

export type PictureFormat = 'svg' | 'png';

export interface FormatTraits {
  readonly name: Words;
  /** Of the file's name, with its dot. */
  readonly ending: string;
  /** Whether its colours can be those of the reader's system. */
  readonly followsSystem: boolean;
  /** Whether dots can move along its arrows. */
  readonly moves: boolean;
  /** Whether the diagram can be in it, so that it can be opened again. */
  readonly keepsSource: boolean;
}

/** In the order in which the dialog offers them. */
export const formats: Readonly<Record<PictureFormat, FormatTraits>> = {
  svg: {
    name: { en: 'SVG', ja: 'SVG' },
    ending: '.svg',
    followsSystem: true,
    moves: true,
    keepsSource: true,
  },
  png: {
    name: { en: 'PNG', ja: 'PNG' },
    ending: '.png',
    followsSystem: false,
    moves: false,
    keepsSource: true,
  },
};

/** The format's names by its id, for a list to choose from. */
export function formatNames(): Readonly<Record<PictureFormat, Words>> {
  const names = Object.entries(formats).map(([id, { name }]) => [id, name]);
  // Its keys are those of the table.
  return Object.fromEntries(names) as Record<PictureFormat, Words>;
}
