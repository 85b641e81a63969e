import { isFrame } from '../catalog/kind';
import { call } from '../commands';
import type { Resource, ResourceId } from '../model/document';
import type { Plan } from '../plans/plan';
import type { Drawing } from './drawing';
import { deck, defineGuideline, type Departure } from './guideline';

export default defineGuideline({
  id: 'label-abbreviations',
  summary: {
    en: 'A label says an abbreviation once, and a full name is spelt out once',
    ja: '略語は 1 つのラベルに 1 回だけ書き、正式名称に略語を添えるのは図全体で 1 回だけにします',
  },
  why: {
    en: '“EC2 (EC2)” says nothing twice, and once “Elastic Load Balancing (ELB)” has been read the short form will do.',
    ja: '「EC2 (EC2)」のような重複は情報を増やしません。「Elastic Load Balancing (ELB)」と一度書けば、以降は略語だけで通じます。',
  },
  source: deck,
  *check(drawing) {
    const spelt = new Map<string, ResourceId>();
    for (const { resource } of drawing.boxes.values()) {
      const { shape } = drawing.catalog.kind(resource.kind);
      if (shape.as !== 'icon' && shape.as !== 'container' && !isFrame(shape)) continue;
      const name = resource.name.trim().slice(0, longest);
      const doubled = twice(name);
      if (doubled !== undefined) {
        yield told(drawing, resource, doubled.without, {
          en: `The label ${name} says ${doubled.says} twice`,
          ja: `ラベル ${name} には ${doubled.says} が 2 回あります`,
        });
        continue;
      }
      const { full, short } = introduced.exec(name)?.groups ?? {};
      if (full === undefined || short === undefined) continue;
      const key = full.toLowerCase();
      const first = spelt.get(key);
      if (first === undefined) spelt.set(key, resource.id);
      else
        yield {
          ...told(drawing, resource, short, {
            en: `${full} is spelt out more than once; ${short} will do here`,
            ja: `${full} の正式名称が複数回書かれています。ここは ${short} で十分です`,
          }),
          on: [resource.id, first],
        };
    }
  },
});

/** Of a longer name no more is seen. */
const longest = 200;

/** A full name with its abbreviation behind it. */
const introduced = /^(?<full>\S.*\S)\s*[(（](?<short>(?:AWS |Amazon )?[A-Z][A-Z0-9]+)[)）]$/;

/** An abbreviation that is said again right behind itself, or in parentheses after it was said; and the name without that. */
function twice(name: string): { readonly says: string; readonly without: string } | undefined {
  const beside = /(?<![\w-])([A-Z][A-Z0-9]+)\s+\1(?![\w-])/.exec(name);
  if (beside?.[1] !== undefined)
    return { says: beside[1], without: name.replace(beside[0], () => beside[1] ?? '') };
  for (const again of name.matchAll(/\s*[(（]([A-Z][A-Z0-9]+)[)）]/g)) {
    const [text, says = ''] = again;
    const before = name.slice(0, again.index).split(/[^\w-]+/);
    if (before.includes(says))
      return {
        says,
        without: (name.slice(0, again.index) + name.slice(again.index + text.length)).trim(),
      };
  }
  return undefined;
}

/** What only says something to people may be renamed; the name of a resource is in its template. */
function told(
  { catalog }: Drawing,
  { id, kind }: Resource,
  name: string,
  message: Departure['message'],
): Departure {
  if (catalog.kind(kind).isAnnotation !== true) return { on: [id], message };
  const plan: Plan = {
    title: { en: `Call it ${name}`, ja: `名前を ${name} にする` },
    commands: [call('renameResource', { id, name })],
  };
  return { on: [id], message, fixes: () => [plan] };
}
