/**
 * What stands in the player's file for its program: plain JSON. What looks alike in several pictures stands there once, so
 * that a diagram in two languages and ten scenes is not twenty diagrams.
 */
import { motionOf } from '../../picture/svg/motion';
import { partElement, type Painting } from '../../picture/svg/parts';
import { palettes } from '../../picture/palettes';
import type { Group, Picture, Theme } from '../../picture/picture';
import type { Language, Words } from '../../../lib/words';
import type { PlayerContent, PlayerPage } from './content';
import type { PlayerPacket } from './packet';

export interface PlayerData {
  readonly title: Words;
  /** The language and the colours that it opens in; `auto`: as the reader's system is. */
  readonly language: Language;
  readonly theme: Theme | 'auto';
  /** SVG elements, as text. */
  readonly marks: readonly string[];
  readonly groups: readonly PlayerGroup[];
  readonly drawings: readonly Readonly<Record<Language, PlayerDrawing>>[];
  readonly packets: readonly PlayerPacket[];
  readonly pages: readonly PlayerPage[];
}

export interface PlayerGroup {
  /** The index of what is drawn. */
  readonly mark: number;
  readonly name?: string;
  /** From 0 to 1; absent: 1. */
  readonly opacity?: number;
  /** Of an arrow and its label. */
  readonly flow?: string;
}

export interface PlayerDrawing {
  readonly description: string;
  /** Indexes, in the order in which they are painted. */
  readonly groups: readonly number[];
  /** The index of the group that moving dots are behind. */
  readonly dotsBefore: number;
  /** The dots, as SVG; empty where none move. */
  readonly dots: string;
}

export function playerData(
  { title, drawings, packets, pages }: PlayerContent,
  icons: ReadonlyMap<string, string>,
  opens: Pick<PlayerData, 'language' | 'theme'>,
): PlayerData {
  const marks = createPool<string>();
  const groups = createPool<PlayerGroup>();
  const withDots = new Set(
    pages.filter(({ hasDots }) => hasDots).flatMap(({ moments }) => moments.map(({ drawing }) => drawing)),
  );
  const drawn = (picture: Picture, hasDots: boolean): PlayerDrawing => ({
    description: picture.description,
    groups: picture.groups.map((group) => groups.put(groupOf(group, marks.put(markOf(group, painting))))),
    dotsBefore: picture.groups.findIndex(({ layer }) => inFront.has(layer)),
    dots: hasDots ? motionOf(picture, painting, 'p').element : '',
  });
  const painting: Painting = {
    palette: palettes.light,
    classOf: (property, ink) =>
      ink in palettes.light ? `${property === 'fill' ? 'f' : 's'}-${ink}` : undefined,
    iconId: (icon) => icons.get(icon),
  };
  const pictures = drawings.map(({ en, ja }, index) => ({
    en: drawn(en, withDots.has(index)),
    ja: drawn(ja, withDots.has(index)),
  }));
  return { title, ...opens, marks: marks.all, groups: groups.all, drawings: pictures, packets, pages };
}

const inFront: ReadonlySet<Group['layer']> = new Set(['resources', 'labels', 'numbers', 'legend']);

function markOf({ parts }: Group, painting: Painting): string {
  return parts.map((part) => partElement(part, painting)).join('');
}

function groupOf({ name, opacity, about }: Group, mark: number): PlayerGroup {
  return {
    mark,
    ...(name === undefined ? {} : { name }),
    ...(opacity === undefined ? {} : { opacity }),
    ...(about !== undefined && 'flow' in about ? { flow: about.flow } : {}),
  };
}

/** Things of which each gets one index, however often it is put in. */
function createPool<T>(): { readonly all: readonly T[]; put(thing: T): number } {
  const all: T[] = [];
  const known = new Map<string, number>();
  return {
    all,
    put: (thing) => {
      const key = JSON.stringify(thing);
      const index = known.get(key) ?? all.push(thing) - 1;
      known.set(key, index);
      return index;
    },
  };
}
