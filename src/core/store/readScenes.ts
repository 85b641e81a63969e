/** Scenes: what a file says of how the diagram is presented. */
import { lensNames } from '../lenses/lens';
import type { Build, Flow, FlowId, SavedPlan, Scene, SceneId } from '../model/document';
import { giveDistinctOrders, readOrder } from './distinctOrders';
import { isFiniteNumber, isRecord, isWords } from './plain';
import type { Report } from './report';
import type { Unread } from './unread';

export function readScenes(
  raw: readonly unknown[],
  flows: ReadonlyMap<FlowId, Flow>,
  report: Report,
  unread: Unread,
): ReadonlyMap<SceneId, Scene> {
  const drafts = new Map<SceneId, Omit<Scene, 'order'> & { order: string | null }>();
  raw.forEach((each, index) => {
    const id = isRecord(each) ? each['id'] : undefined;
    const camera = isRecord(each) ? each['camera'] : undefined;
    if (!isRecord(each) || typeof id !== 'string' || drafts.has(id)) {
      report.tell(
        'error',
        {
          en: `Scene ${index + 1} cannot be read; it is not shown, but kept.`,
          ja: `シーン ${index + 1} を読み込めません。表示しませんが、保持します。`,
        },
        `scenes[${index}]`,
        each,
      );
      unread.record('scenes', each);
      return;
    }
    const { plan, notes, lens, asks, builds, gone, ...rest } = each;
    const read = readPlan(plan);
    const shownLens = lensNames.find((name) => name === lens);
    const lost = { ...textsOf(gone), ...missing(each['flows'], flows) };
    const steps = readBuilds(builds);
    drafts.set(id, {
      ...rest,
      id,
      title: isWords(each['title']) ? each['title'] : { en: '', ja: '' },
      text: isWords(each['text']) ? each['text'] : { en: '', ja: '' },
      camera: {
        x: coordinate(camera, 'x', 0),
        y: coordinate(camera, 'y', 0),
        w: Math.max(1, coordinate(camera, 'w', 1000)),
        h: Math.max(1, coordinate(camera, 'h', 600)),
      },
      flows: keysOf(each['flows'], flows),
      order: readOrder(each['order']),
      ...(read === undefined ? {} : { plan: read }),
      ...(isWords(notes) ? { notes } : {}),
      ...(shownLens === undefined ? {} : { lens: shownLens }),
      ...(typeof asks === 'string' ? { asks } : {}),
      ...(Object.keys(steps).length === 0 ? {} : { builds: steps }),
      ...(Object.keys(lost).length === 0 ? {} : { gone: lost }),
    });
    const unclear = [
      ...(notes === undefined || isWords(notes) ? [] : ['notes']),
      ...(lens === undefined || shownLens !== undefined ? [] : ['lens']),
      ...(asks === undefined || typeof asks === 'string' ? [] : ['asks']),
      ...(Object.keys(isRecord(builds) ? builds : {}).length === Object.keys(steps).length ? [] : ['builds']),
    ];
    if (unclear.length > 0)
      report.tell(
        'error',
        {
          en: `Of scene ${index + 1}, what stands under ${unclear.join(', ')} cannot be read; it was left out.`,
          ja: `シーン ${index + 1} の ${unclear.join('、')} を読み込めないため、取り除きました。`,
        },
        `scenes.${id}.${unclear[0] ?? ''}`,
        each,
      );
    if (plan !== undefined && read === undefined)
      report.tell(
        'error',
        {
          en: `The change that scene ${index + 1} shows cannot be read; the scene shows the design as it is.`,
          ja: `シーン ${index + 1} が示す変更を読み込めないため、設計をそのまま示します。`,
        },
        `scenes.${id}.plan`,
        each,
      );
  });
  giveDistinctOrders([...drafts.values()]);
  return new Map([...drafts].map(([id, draft]) => [id, { ...draft, order: draft.order ?? 'U' }]));
}

/** The keys that still name something. */
export function keysOf(raw: unknown, known: ReadonlyMap<string, unknown>): Readonly<Record<string, true>> {
  const keys = isRecord(raw) ? Object.keys(raw) : [];
  return Object.fromEntries(keys.filter((key) => known.has(key)).map((key) => [key, true as const]));
}

/** What a scene names that is not there: nobody can say what it was called. */
function missing(raw: unknown, known: ReadonlyMap<string, unknown>): Readonly<Record<string, string>> {
  const keys = isRecord(raw) ? Object.keys(raw) : [];
  return Object.fromEntries(keys.filter((key) => !known.has(key)).map((key) => [key, '']));
}

function textsOf(raw: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(isRecord(raw) ? raw : {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Those that are steps; what they name may be something that only the scene's change draws. */
function readBuilds(raw: unknown): Readonly<Record<string, Build>> {
  const builds: Record<string, Build> = {};
  for (const [key, each] of Object.entries(isRecord(raw) ? raw : {})) {
    if (!isRecord(each)) continue;
    const { block, packet, flows, resources } = each;
    builds[key] = {
      order: readOrder(each['order']) ?? 'U',
      ...(Number.isInteger(block) && Number(block) > 0 ? { block: Number(block) } : {}),
      ...(isRecord(flows) ? { flows: allKeysOf(flows) } : {}),
      ...(isRecord(resources) ? { resources: allKeysOf(resources) } : {}),
      ...(typeof packet === 'string' ? { packet } : {}),
    };
  }
  return builds;
}

function allKeysOf(record: Readonly<Record<string, unknown>>): Readonly<Record<string, true>> {
  return Object.fromEntries(Object.keys(record).map((key) => [key, true as const]));
}

function coordinate(camera: unknown, key: string, usual: number): number {
  const value = isRecord(camera) ? camera[key] : undefined;
  return isFiniteNumber(value) && Math.abs(value) <= 10_000_000 ? value : usual;
}

function readPlan(raw: unknown): SavedPlan | undefined {
  if (!isRecord(raw) || !isWords(raw['title']) || !Array.isArray(raw['commands'])) return undefined;
  const commands: { readonly command: string; readonly args: unknown }[] = [];
  for (const each of raw['commands']) {
    if (!isRecord(each) || typeof each['command'] !== 'string') return undefined;
    commands.push({ command: each['command'], args: each['args'] });
  }
  return { title: raw['title'], commands };
}
