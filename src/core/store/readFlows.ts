import type { Flow, FlowId, Point, Resource, ResourceId } from '../model/document';
import { giveDistinctOrders, readOrder } from './distinctOrders';
import { isFiniteNumber, isRecord, ownEntries } from './plain';
import type { Report } from './report';
import type { Unread } from './unread';

const protocols = ['tcp', 'udp', 'icmp', 'any'] as const;
const expectations = ['reachable', 'blocked'] as const;

export function readFlows(
  raw: readonly unknown[],
  resources: ReadonlyMap<ResourceId, Resource>,
  report: Report,
  unread: Unread,
): ReadonlyMap<FlowId, Flow> {
  const drafts = new Map<FlowId, Omit<Flow, 'order'> & { order: string | null }>();
  raw.forEach((each, index) => {
    if (!isRecord(each)) {
      unread.record('flows', each);
      return;
    }
    const { from, to } = each;
    if (typeof from !== 'string' || typeof to !== 'string' || !resources.has(from) || !resources.has(to)) {
      const missing = typeof from === 'string' && resources.has(from) ? to : from;
      const named = typeof missing === 'string' ? missing : '?';
      report.tell(
        'error',
        {
          en: `An arrow leads from or to “${named}”, which is not in the diagram; it is not drawn, but kept when the diagram is saved.`,
          ja: `矢印の端「${named}」がダイアグラムにないため描画しませんが、保存しても失われません。`,
        },
        `flows[${index}]`,
        each,
      );
      unread.record('flows', each);
      return;
    }
    const given = typeof each['id'] === 'string' && each['id'] !== '' ? each['id'] : `flow-${index + 1}`;
    let id = given;
    for (let number = 2; drafts.has(id); number++) id = `${given}-${number}`;
    const path = `flows.${id}`;
    const replaced: string[] = id === each['id'] ? [] : ['id'];
    const oneOf = <T extends string>(key: string, allowed: readonly T[], usual: T): T => {
      const value = each[key];
      const found = allowed.find((one) => one === value);
      if (found === undefined && value !== undefined) replaced.push(key);
      return found ?? usual;
    };
    const numberOrNull = (
      key: string,
      fits: (value: number) => boolean,
      usual: number | null,
    ): number | null => {
      const value = each[key];
      if (value === null || (isFiniteNumber(value) && fits(value))) return value;
      if (value !== undefined) replaced.push(key);
      return usual;
    };
    const protocol = oneOf('protocol', protocols, 'tcp');
    const hasPorts = protocol === 'tcp' || protocol === 'udp';
    const { group, ...others } = each;
    if (group !== undefined && typeof group !== 'string') replaced.push('group');
    drafts.set(id, {
      ...others,
      ...(typeof group === 'string' ? { group } : {}),
      id,
      from,
      to,
      protocol,
      port: numberOrNull(
        'port',
        (port) => Number.isInteger(port) && port >= 1 && port <= 65535,
        hasPorts ? 443 : null,
      ),
      gbPerMonth: numberOrNull('gbPerMonth', (gb) => gb >= 0, null),
      expect: oneOf('expect', expectations, 'reachable'),
      label: typeof each['label'] === 'string' ? each['label'] : '',
      bends: readBends(each['bends']),
      order: readOrder(each['order']),
    });
    for (const key of replaced)
      report.tell(
        'error',
        {
          en: `“${key}” of the arrow from “${nameOf(resources, from)}” to “${nameOf(resources, to)}” has a value of the wrong sort; its usual value was taken.`,
          ja: `「${nameOf(resources, from)}」から「${nameOf(resources, to)}」への矢印の「${key}」の値が正しくないため、既定値にしました。`,
        },
        `${path}.${key}`,
        each,
      );
  });
  giveDistinctOrders([...drafts.values()]);
  return new Map([...drafts].map(([id, draft]) => [id, { ...draft, order: draft.order ?? 'U' }]));
}

function nameOf(resources: ReadonlyMap<ResourceId, Resource>, id: ResourceId): string {
  const name = resources.get(id)?.name ?? '';
  return name === '' ? id : name;
}

function readBends(raw: unknown): Readonly<Record<string, readonly Point[]>> {
  const bends: Record<string, readonly Point[]> = {};
  for (const [piece, points] of ownEntries(raw))
    if (Array.isArray(points))
      bends[piece] = points.flatMap((point) =>
        isRecord(point) && isFiniteNumber(point['x']) && isFiniteNumber(point['y'])
          ? [{ x: point['x'], y: point['y'] }]
          : [],
      );
  return bends;
}
