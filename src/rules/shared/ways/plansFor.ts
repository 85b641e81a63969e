/** Plans for a question that is not drawn: one from the command line, or about a cell of the matrix. */
import type { Catalog } from '../../../core/catalog/catalog';
import { newResource } from '../../../core/catalog/newResource';
import type { Document, Flow, Resource, ResourceId } from '../../../core/model/document';
import type { KindName, PropsOf } from '../../../core/model/kinds';
import type { End, Query } from '../../../core/network/trace';
import { plansThatMend } from '../../../core/plans/mend';
import type { Plan } from '../../../core/plans/plan';
import { contextOf } from '../../../core/rules/context';
import { ways } from './index';

/** What would make the flow of a question pass, best first. Nothing for ends that nobody could draw. */
export function plansFor(catalog: Catalog, document: Document, query: Query): readonly Plan[] {
  const resources = new Map(document.resources);
  const drawn = (end: End, id: ResourceId): ResourceId | undefined => {
    if ('resource' in end)
      return end.address === undefined && resources.has(end.resource) ? end.resource : undefined;
    const stand = standIn(catalog, end, id);
    if (stand !== undefined) resources.set(id, stand);
    return stand?.id;
  };
  const from = drawn(query.from, 'asked from');
  const to = drawn(query.to, 'asked to');
  if (from === undefined || to === undefined || from === to) return [];
  const flow: Flow = {
    id: 'asked',
    from,
    to,
    protocol: query.protocol,
    port: query.port,
    ...(query.group === undefined ? {} : { group: query.group }),
    gbPerMonth: null,
    expect: 'reachable',
    label: '',
    bends: {},
    order: 'U',
  };
  const asked = { ...document, resources, flows: new Map(document.flows).set(flow.id, flow) };
  return plansThatMend(contextOf(catalog, asked), flow, ways);
}

function standIn(
  catalog: Catalog,
  end: Exclude<End, { resource: ResourceId }>,
  id: ResourceId,
): Resource | undefined {
  if ('internet' in end) return made(catalog, 'internet', id, { address: end.address ?? '' });
  if ('service' in end) return made(catalog, 'aws-service', id, { service: end.service });
  return undefined;
}

function made<K extends KindName>(
  catalog: Catalog,
  kind: K,
  id: ResourceId,
  props: Partial<PropsOf<K>>,
): Resource {
  const base = newResource(catalog, { kind, id, name: id, parentId: null, order: 'U' });
  // The kind's defaults with some of its own props over them.
  return { ...base, props: { ...base.props, ...props } } as Resource;
}
