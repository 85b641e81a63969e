/**
 * What an older program read templates as, for a file in which it did not say so: we read them again without what that
 * program cannot have understood, so that nothing of it is taken for deleted.
 */
import type { Catalog } from '../catalog/catalog';
import { replaceReferences } from '../catalog/references';
import type { AsRead, Document, Resource, ResourceId, TemplateId } from '../model/document';
import { valuesOf } from '../model/queries';
import { isUnknown } from '../model/value';
import { typesOfFirstPrograms } from './firstPrograms';
import { valueOf } from './source/syntax';
import { textOf, type StackResource } from './stack';

/** Whether a resource of a template was no more than text to the program that saved the file. */
export function wasOnlyText({
  resources,
}: AsRead): (template: TemplateId, resource: StackResource) => boolean {
  const understood = new Set(absorbersIn(resources.values()).keys());
  for (const { provenance } of resources.values())
    if (provenance !== undefined) understood.add(`${provenance.template} ${provenance.logicalId}`);
  return (template, resource) =>
    !understood.has(`${template} ${resource.logicalId}`) && !wasUnderstood(resource);
}

function wasUnderstood({ type, properties }: StackResource): boolean {
  const text = (property: string): string | undefined => textOf(valueOf(properties, property));
  switch (type) {
    case 'AWS::EC2::NatGateway':
      return text('AvailabilityMode') !== 'regional';
    case 'AWS::EC2::VPCEndpoint':
      return text('VpcEndpointType') !== 'GatewayLoadBalancer';
    case 'AWS::Lambda::Function':
    case 'AWS::Serverless::Function':
      return valueOf(properties, 'VpcConfig') !== undefined;
    default:
      return typesOfFirstPrograms.has(type);
  }
}

/**
 * `again`: as the templates are read today, without what was only text. Its resources get the ids of the opened ones, and
 * the values that we find and that program did not know are nobody's change.
 */
export function assumedReading(
  catalog: Catalog,
  { resources: opened, lacking = {} }: AsRead,
  again: Document,
): ReadonlyMap<ResourceId, Resource> {
  const byKey = new Map([...opened.values()].map((resource) => [keyOf(resource), resource]));
  const absorbers = absorbersIn(opened.values());
  const partners = new Map<ResourceId, Resource>();
  const ids = new Map<ResourceId, ResourceId>();
  const gone = new Set<ResourceId>();
  const taken = new Set(opened.keys());
  for (const resource of again.resources.values()) {
    const { id, provenance } = resource;
    const partner = byKey.get(keyOf(resource));
    const absorber = absorbers.get(`${provenance?.template} ${provenance?.logicalId}`);
    if (partner !== undefined) partners.set(id, partner);
    // An interface, say, that was a part of its instance and is drawn by itself today.
    else if (absorber !== undefined) gone.add(id);
    const own = partner?.id ?? absorber ?? freeId(id, taken);
    taken.add(own);
    ids.set(id, own);
  }
  const to = (id: ResourceId): ResourceId => ids.get(id) ?? id;
  return new Map(
    [...again.resources.values()].flatMap((read): (readonly [ResourceId, Resource])[] => {
      if (gone.has(read.id)) return [];
      const own = partners.get(read.id);
      const moved = {
        ...read,
        id: to(read.id),
        parentId: read.parentId === null ? null : to(read.parentId),
        props: replaceReferences(catalog, read, to),
      } as Resource; // the same record under another id
      return [
        [moved.id, own === undefined ? moved : unlessUnread(catalog, moved, own, new Set(lacking[own.id]))],
      ];
    }),
  );
}

/** For each satellite, as its template and logical ID, the resource that it is a part of. */
function absorbersIn(resources: Iterable<Resource>): ReadonlyMap<string, ResourceId> {
  const absorbers = new Map<string, ResourceId>();
  for (const { id, provenance } of resources)
    for (const satellite of Object.values(provenance?.satellites ?? {}))
      absorbers.set(`${provenance?.template} ${satellite}`, id);
  return absorbers;
}

/** Both the boxes that no template makes and what stands for something outside have a key of their own. */
function keyOf({ id, kind, provenance }: Resource): string {
  if (provenance === undefined) return JSON.stringify([kind, id]);
  const { template, logicalId, outside } = provenance;
  return JSON.stringify([kind, template, logicalId, outside ?? null]);
}

/** What we read, but the value of the diagram where that program did not know one. */
function unlessUnread(
  catalog: Catalog,
  read: Resource,
  own: Resource,
  lacking: ReadonlySet<string>,
): Resource {
  const [before, now] = [valuesOf(read), valuesOf(own)];
  const value = (place: string, was: unknown, is: unknown): unknown =>
    isUnknown(is) || lacking.has(place) ? is : was;
  const props: Record<string, unknown> = { ...now };
  for (const [name, field] of catalog.fields(own.kind)) {
    const [was, is] = [before[name], now[name]];
    props[name] = value(name, was, is);
    if (field.control !== 'rows' || props[name] !== was || !isRecord(was) || !isRecord(is)) continue;
    props[name] = Object.fromEntries(
      Object.entries(was).map(([key, row]) => {
        const ownRow = is[key];
        if (!isRecord(row) || !isRecord(ownRow)) return [key, row];
        const cells = Object.keys(field.columns).map((column) => [
          column,
          value(`${name}.${key}.${column}`, row[column], ownRow[column]),
        ]);
        return [key, { ...row, ...Object.fromEntries(cells) }];
      }),
    );
  }
  return { ...own, name: read.name, parentId: read.parentId, props } as unknown as Resource; // each value is one of its field
}

function freeId(wanted: ResourceId, taken: ReadonlySet<ResourceId>): ResourceId {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  return id;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
