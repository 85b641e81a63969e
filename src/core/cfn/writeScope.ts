/** What a kind may ask while it writes itself to a template. */
import { regionOf, zoneIn } from '../catalog/surroundings';
import { zonesOf } from '../../lib/regions';
import type { Document, Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { ancestors, isKind, resourcesOf } from '../model/queries';
import { isUnknown } from '../model/value';
import { authoredValue } from './authoredValue';
import type { CfnWriteScope } from './mapping';
import type { CfnOutput, CfnParameter, CfnValue } from './template';

/** The logical IDs known so far, and where parameters and outputs go. */
export interface WriteLedger {
  logicalId(id: ResourceId, role: string): string | undefined;
  /** The logical IDs of the resource's attachments to a network. */
  attachments(id: ResourceId): readonly string[];
  parameter(name: string, parameter: CfnParameter): string;
  output(name: string, output: CfnOutput): void;
}

/** Answers questions about the document quickly enough for thousands of resources that each ask a few. */
export interface WriteScopes {
  scopeOf(id: ResourceId): CfnWriteScope;
}

export function createWriteScopes(document: Document, ledger: WriteLedger): WriteScopes {
  const chains = new Map<ResourceId, readonly Resource[]>();
  const byKind = new Map<KindName, unknown>();
  const byKindWithin = new Map<string, unknown>();

  const ancestorsOf = (id: ResourceId): readonly Resource[] => {
    let chain = chains.get(id);
    if (chain === undefined) chains.set(id, (chain = ancestors(document, id)));
    return chain;
  };

  function all<K extends KindName>(kind: K, within?: ResourceId): readonly Resource<K>[] {
    let everywhere = byKind.get(kind) as readonly Resource<K>[] | undefined; // stored under its own kind
    if (everywhere === undefined) byKind.set(kind, (everywhere = resourcesOf(document, kind)));
    if (within === undefined) return everywhere;
    const key = `${kind} ${within}`;
    let inside = byKindWithin.get(key) as readonly Resource<K>[] | undefined; // the same
    if (inside === undefined) {
      inside = everywhere.filter((each) => ancestorsOf(each.id).some((box) => box.id === within));
      byKindWithin.set(key, inside);
    }
    return inside;
  }

  const logicalId = (id: ResourceId | null, role = ''): string | undefined =>
    id === null ? undefined : ledger.logicalId(id, role);

  return {
    scopeOf: (own) => ({
      get region() {
        return regionOf(document, own);
      },
      zoneOf: (id) => zoneIn(document, id),
      resource: (id) => (id === null ? undefined : document.resources.get(id)),
      ancestor: (kind) => {
        for (const box of ancestorsOf(own)) if (isKind(box, kind)) return box;
        return undefined;
      },
      all,
      logicalId,
      ref(id, role) {
        const found = logicalId(id, role);
        return found === undefined ? outsideOf(document, ledger, id, role) : { Ref: found };
      },
      getAtt(id, attribute, role) {
        const found = logicalId(id, role);
        if (found !== undefined) return { 'Fn::GetAtt': [found, attribute] };
        // What stands outside the template is known by its id only.
        return attribute.endsWith('Id') ? outsideOf(document, ledger, id, role) : undefined;
      },
      nameTags: ({ name }) => (name === '' ? undefined : [{ Key: 'Name', Value: name }]),
      zone(name) {
        if (name === '') return undefined;
        const index = zonesOf(regionOf(document, own)).indexOf(name);
        return index < 0 ? name : { 'Fn::Select': [index, { 'Fn::GetAZs': '' }] };
      },
      parameter: (name, parameter) => ({ Ref: ledger.parameter(name, parameter) }),
      output: (name, output) => ledger.output(name, output),
      plain: (value) => (isUnknown(value) || value === null || value === '' ? undefined : value),
      authored: (resource, prop) => authoredValue(document, resource, prop),
      standsApart,
      attachmentOf: (id) => (id === null ? [] : ledger.attachments(id)),
    }),
  };
}

function standsApart({ provenance }: Resource, row: string): boolean {
  const satellites = Object.values(provenance?.satellites ?? {});
  return Object.entries(provenance?.places ?? {}).some(
    ([prop, [section, logicalId]]) =>
      prop.startsWith(`${row}.`) && section === 'Resources' && satellites.includes(String(logicalId)),
  );
}

/**
 * The expression that names a resource which the template refers to and does not make; a parameter where the template
 * that had the expression is gone.
 */
function outsideOf(
  document: Document,
  ledger: WriteLedger,
  id: ResourceId | null,
  role: string | undefined,
): CfnValue | undefined {
  const resource = id === null || role !== undefined ? undefined : document.resources.get(id);
  const provenance = resource?.provenance;
  if (resource === undefined || provenance?.outside === undefined) return undefined;
  if (document.templates.has(provenance.template))
    try {
      return JSON.parse(provenance.outside) as CfnValue; // JSON text is a CfnValue
    } catch {
      // A file that somebody edited, or a stand-in that nothing names.
    }
  const { name } = resource;
  return {
    Ref: ledger.parameter(name, { Type: 'String', Description: `The id of ${name}, which exists already` }),
  };
}
