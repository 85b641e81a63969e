/** What a picture shows, in sentences: for those who do not see it. */
import type { Catalog } from '../catalog/catalog';
import type { Arrow } from '../drawing/arrows';
import type { Box } from '../drawing/boxes';
import type { Looks } from '../drawing/looks';
import type { LensView } from '../lenses/lens';
import { lensTitle } from '../lenses/lensWords';
import type { Document } from '../model/document';
import type { Words } from '../../lib/words';
import { flowName } from './flows';
import { printable } from './lines';

interface Described {
  readonly catalog: Catalog;
  readonly document: Document;
  readonly looks: Looks;
  readonly say: (words: Words) => string;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly lens?: LensView | undefined;
}

/** Longer texts are cut by those who read them out, and nobody listens to the end. */
const mostFlows = 40;

export function describe({ boxes, arrows, lens, ...described }: Described): string {
  const { say } = described;
  const count = boxes.length;
  const sentences = [
    say({
      en: `AWS network diagram with ${count} ${count === 1 ? 'resource' : 'resources'} and ${arrows.length} ${arrows.length === 1 ? 'flow' : 'flows'}.`,
      ja: `AWS ネットワーク構成図。リソース ${count} 個、通信 ${arrows.length} 件。`,
    }),
    ...containment(boxes, described),
    ...arrows
      .slice(0, mostFlows)
      .map((arrow) => say({ en: `${flowName(arrow, described)}.`, ja: `${flowName(arrow, described)}。` })),
  ];
  const left = arrows.length - mostFlows;
  if (lens !== undefined) sentences.splice(1, 0, seenThrough(lens, say));
  if (left > 0) sentences.push(say({ en: `And ${left} more flows.`, ja: `ほか ${left} 件の通信。` }));
  return sentences.join(' ');
}

function seenThrough(lens: LensView, say: Described['say']): string {
  const title = lensTitle(lens);
  return say({ en: `Lens: ${title.en}.`, ja: `レンズ: ${title.ja}。` });
}

/** How many resources of which kind, in the order in which kinds first come. */
function containment(
  boxes: readonly Box[],
  { catalog, looks, say }: Omit<Described, 'boxes' | 'arrows'>,
): string[] {
  const counts = new Map<string, number>();
  for (const { resource } of boxes) {
    const label = printable(say(looks.look(resource.id).label ?? catalog.kind(resource.kind).label));
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const said = [...counts].map(([label, count]) => (count === 1 ? label : `${label} × ${count}`));
  return [say({ en: `${said.join(', ')}.`, ja: `${said.join('、')}。` })];
}

/** What one resource is called: what it is, its name, and its CIDR block. */
export function resourceName(
  { resource }: Pick<Box, 'resource'>,
  { catalog, looks, say }: Pick<Described, 'catalog' | 'looks' | 'say'>,
): string {
  const look = looks.look(resource.id);
  const label = say(look.label ?? catalog.kind(resource.kind).label);
  const name = `${label} ${printable(resource.name)}`.trim();
  return look.detail === undefined
    ? name
    : say({ en: `${name}, ${look.detail}`, ja: `${name}、${look.detail}` });
}
