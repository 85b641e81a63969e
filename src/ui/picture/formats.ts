/** What the diagram can be handed out as to be looked at, and what there is to choose of each. */
import type { Words } from '../../lib/words';

export type PictureFormat = 'svg' | 'png' | 'pdf' | 'pptx' | 'html' | 'gif';

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
  /** Whether all pages are in one file: else several are a zip archive. */
  readonly hasPages: boolean;
  /** Whether the whole diagram, too, has its name above it, so that the picture needs none. */
  readonly isTitled: boolean;
  /** Whether it goes through the scenes by itself, so that there are no pages to choose; that takes a while. */
  readonly tellsScenes: boolean;
}

/** In the order in which the dialog offers them. */
export const formats: Readonly<Record<PictureFormat, FormatTraits>> = {
  svg: {
    name: { en: 'SVG', ja: 'SVG' },
    ending: '.svg',
    followsSystem: true,
    moves: true,
    keepsSource: true,
    hasPages: false,
    isTitled: false,
    tellsScenes: false,
  },
  png: {
    name: { en: 'PNG', ja: 'PNG' },
    ending: '.png',
    followsSystem: false,
    moves: false,
    keepsSource: true,
    hasPages: false,
    isTitled: false,
    tellsScenes: false,
  },
  pdf: {
    name: { en: 'PDF', ja: 'PDF' },
    ending: '.pdf',
    followsSystem: false,
    moves: false,
    keepsSource: false,
    hasPages: true,
    isTitled: false,
    tellsScenes: false,
  },
  pptx: {
    name: { en: 'PowerPoint', ja: 'PowerPoint' },
    ending: '.pptx',
    followsSystem: false,
    moves: false,
    keepsSource: false,
    hasPages: true,
    isTitled: true,
    tellsScenes: false,
  },
  html: {
    name: { en: 'Presentation (HTML)', ja: 'プレゼンテーション (HTML)' },
    ending: '.html',
    followsSystem: true,
    moves: false,
    keepsSource: true,
    hasPages: true,
    isTitled: true,
    tellsScenes: true,
  },
  gif: {
    name: { en: 'Animation (GIF)', ja: 'アニメーション (GIF)' },
    ending: '.gif',
    followsSystem: false,
    moves: false,
    keepsSource: false,
    hasPages: true,
    isTitled: true,
    tellsScenes: true,
  },
};

/** The format's names by its id, for a list to choose from. */
export function formatNames(): Readonly<Record<PictureFormat, Words>> {
  const names = Object.entries(formats).map(([id, { name }]) => [id, name]);
  // Its keys are those of the table.
  return Object.fromEntries(names) as Record<PictureFormat, Words>;
}
