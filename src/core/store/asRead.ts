/**
 * The diagram as its templates were read, in a diagram file: what was changed or deleted since. A changed resource is there
 * with what was different, a deleted one whole. One that came from a template and is still the same is not listed, and a box
 * that no template makes is there by its id.
 */
import { sameJson } from '../../lib/sameJson';
import type { Catalog } from '../catalog/catalog';
import type { AsRead, Document, Resource, ResourceId, TemplateId } from '../model/document';
import { valuesOf } from '../model/queries';
import { isRecord, ownEntries } from './plain';
import { readResources } from './readResources';
import type { Report } from './report';
import { Unread } from './unread';

/** What an `asRead` section says; undefined where there is none. `lacking`: what each record of the file did not have. */
export function readAsRead(
  catalog: Catalog,
  raw: unknown,
  resources: ReadonlyMap<ResourceId, Resource>,
  lacking: ReadonlyMap<ResourceId, readonly string[]>,
): AsRead | undefined {
  if (!isRecord(raw)) return undefined;
  const listed: readonly unknown[] = Array.isArray(raw['resources']) ? raw['resources'] : [];
  const named = new Set(listed.map(idOf));
  const same = new Map<ResourceId, Resource>();
  for (const resource of resources.values())
    if (resource.provenance !== undefined && !named.has(resource.id)) same.set(resource.id, resource);
  const records: unknown[] = [];
  const unread: unknown[] = [];
  for (const each of listed) {
    const own = resources.get(idOf(each) ?? '');
    if (isRecord(each)) {
      if (Object.hasOwn(each, 'kind')) records.push(each);
      else if (own === undefined) unread.push(each);
      else
        records.push({
          ...own,
          ...each,
          props: { ...own.props, ...(isRecord(each['props']) ? each['props'] : {}) },
        });
    } else if (own === undefined) unread.push(each);
    else same.set(own.id, own);
  }
  // What stands in something is read together with it. What is wrong in these records is in nobody's way.
  const strangers = new Unread(silent);
  const all = readResources(catalog, [...same.values(), ...records], silent, strangers);
  const found = new Map([...all].map(([id, resource]) => [id, same.get(id) ?? resource]));
  const kept = [...unread, ...((strangers.kept['resources'] as readonly unknown[] | undefined) ?? [])];
  const assumed = Object.fromEntries(
    ownEntries(raw['assumed']).flatMap(([id, is]): [TemplateId, true][] => (is === true ? [[id, true]] : [])),
  );
  const without = Object.fromEntries([
    ...ownEntries(raw['lacking']).flatMap(([id, props]): [ResourceId, readonly string[]][] =>
      Array.isArray(props) ? [[id, props.filter((prop) => typeof prop === 'string')]] : [],
    ),
    ...[...lacking].filter(([id]) => {
      const template = same.get(id)?.provenance?.template;
      return template !== undefined && Object.hasOwn(assumed, template);
    }),
  ]);
  return {
    resources: found,
    ...(Object.keys(assumed).length === 0 ? {} : { assumed }),
    ...(Object.keys(without).length === 0 ? {} : { lacking: without }),
    ...(kept.length === 0 ? {} : { unread: kept }),
  };
}

export function writtenAsRead({ asRead, resources }: Document): Readonly<Record<string, unknown>> {
  if (asRead === undefined) return {};
  const { resources: before, unread = [], ...rest } = asRead;
  const listed = [...before.values()]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .flatMap((resource) => {
      const difference = differenceTo(resources.get(resource.id), resource);
      if (difference !== undefined) return [difference];
      return resource.provenance === undefined ? [resource.id] : [];
    });
  return { asRead: { ...rest, resources: [...listed, ...unread] } };
}

/**
 * What was different of a resource, undefined for nothing. Where it stands on the canvas, and how large it is, is no part
 * of what a template says.
 */
function differenceTo(now: Resource | undefined, before: Resource): unknown {
  if (before === now) return undefined;
  const [was, is] = [valuesOf(before), now === undefined ? {} : valuesOf(now)];
  if (
    now === undefined ||
    now.kind !== before.kind ||
    Object.keys(is).some((prop) => !Object.hasOwn(was, prop))
  )
    return before;
  if (now.provenance !== undefined && before.provenance === undefined) return before;
  const props = Object.entries(was).filter(([prop, value]) => !sameJson(value, is[prop]));
  const difference = {
    ...(before.name === now.name ? {} : { name: before.name }),
    ...(before.parentId === now.parentId ? {} : { parentId: before.parentId }),
    ...(props.length === 0 ? {} : { props: Object.fromEntries(props) }),
    ...(sameJson(before.provenance, now.provenance) ? {} : { provenance: before.provenance }),
  };
  return Object.keys(difference).length === 0 ? undefined : { id: before.id, ...difference };
}

function idOf(listed: unknown): ResourceId | undefined {
  const id = isRecord(listed) ? listed['id'] : listed;
  return typeof id === 'string' ? id : undefined;
}

const silent: Report = { tell() {}, tellOnce() {}, problems: () => [] };
