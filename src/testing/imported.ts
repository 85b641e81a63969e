import type { Catalog } from '../core/catalog/catalog';
import { importTemplates } from '../core/cfn/importTemplates';
import type { Document, Resource } from '../core/model/document';
import { isKind } from '../core/model/queries';
import type { KindName } from '../core/model/kinds';

export interface ImportedTemplate {
  readonly document: Document;
  /** What the import found wrong, in English. */
  readonly faults: readonly string[];
  /** The resource with that logical ID; throws when it is of another kind, or not drawn. */
  readonly the: <K extends KindName>(kind: K, logicalId: string) => Resource<K>;
  /** The logical ID of what an id stands for. */
  readonly logicalId: (id: string | null) => string | undefined;
}

/** One template in YAML, read. */
export function imported(catalog: Catalog, text: string): ImportedTemplate {
  const { document, findings, failure } = importTemplates(catalog, [{ name: 'template.yaml', text }], {});
  if (failure !== undefined) throw new Error(failure.message.en);
  const byLogicalId = new Map(
    [...document.resources.values()].map((each) => [each.provenance?.logicalId, each]),
  );
  return {
    document,
    faults: findings.map(({ message }) => message.en),
    the(kind, logicalId) {
      const found = byLogicalId.get(logicalId);
      if (found === undefined || !isKind(found, kind)) throw new Error(`${logicalId} is no ${kind}`);
      return found;
    },
    logicalId: (id) => (id === null ? undefined : document.resources.get(id)?.provenance?.logicalId),
  };
}
