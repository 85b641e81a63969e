/** A question that is not drawn (one from the command line, or about a cell of the matrix) as an arrow that plans can be made for. */
import type { Catalog } from '../../../core/catalog/catalog';
import { newResource } from '../../../core/catalog/newResource';
import type { Document, Flow, Resource, ResourceId } from '../../../core/model/document';
import type { KindName, PropsOf } from '../../../core/model/kinds';
import { ancestors, isKind } from '../../../core/model/queries';
import type { End, Query } from '../../../core/network/trace';

export interface DrawnQuestion {
  /** With the arrow, and with what stands for ends that are no resources. */
  readonly document: Document;
  readonly flow: Flow;
}

/** Nothing for ends that nobody could draw. */
export function drawnQuestion(catalog: Catalog, document: Document, query: Query): DrawnQuestion | undefined {
  const resources = new Map(document.resources);
  const region = [query.from, query.to].flatMap((end) =>
    'resource' in end ? (regionBoxOf(document, end.resource) ?? []) : [],
  )[0];
  const drawn = (end: End, hint: ResourceId): ResourceId | undefined => {
    if ('resource' in end)
      return end.address === undefined && resources.has(end.resource) ? end.resource : undefined;
    let id = hint;
    for (let number = 2; resources.has(id); number++) id = `${hint} ${number}`;
    const stand = standIn(catalog, end, id, region ?? null);
    if (stand !== undefined) resources.set(id, stand);
    return stand?.id;
  };
  const from = drawn(query.from, 'asked from');
  const to = drawn(query.to, 'asked to');
  if (from === undefined || to === undefined || from === to) return undefined;
  let id = 'asked';
  for (let number = 2; document.flows.has(id); number++) id = `asked ${number}`;
  const flow: Flow = {
    id,
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
  return { document: { ...document, resources, flows: new Map(document.flows).set(flow.id, flow) }, flow };
}

/** A service by its default name is that of the Region that asks. */
function regionBoxOf(document: Document, id: ResourceId): ResourceId | undefined {
  return ancestors(document, id).find((box) => isKind(box, 'region'))?.id;
}

function standIn(
  catalog: Catalog,
  end: Exclude<End, { resource: ResourceId }>,
  id: ResourceId,
  region: ResourceId | null,
): Resource | undefined {
  if ('internet' in end) return made(catalog, 'internet', id, { address: end.address ?? '' }, null);
  if ('service' in end) return made(catalog, 'aws-service', id, { service: end.service }, region);
  return undefined;
}

function made<K extends KindName>(
  catalog: Catalog,
  kind: K,
  id: ResourceId,
  props: Partial<PropsOf<K>>,
  parentId: ResourceId | null,
): Resource {
  const base = newResource(catalog, { kind, id, name: id, parentId, order: 'U' });
  // The kind's defaults with some of its own props over them.
  return { ...base, props: { ...base.props, ...props } } as Resource;
}
