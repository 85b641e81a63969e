/** What a plan makes, changes and takes away, as CloudFormation resources: the difference of what the two designs would write. */
import type { Catalog } from '../catalog/catalog';
import { render, type RenderedEntry } from '../cfn/render';
import type { Document } from '../model/document';
import type { Made } from './alternative';

export interface Difference {
  readonly adds: readonly Made[];
  readonly changes: readonly Made[];
  readonly removes: readonly Made[];
}

export function differenceOf(catalog: Catalog, before: Document, after: Document): Difference {
  if (before === after) return { adds: [], changes: [], removes: [] };
  const [was, is] = [written(catalog, before), written(catalog, after)];
  const adds: Made[] = [];
  const changes: Made[] = [];
  const removes: Made[] = [];
  for (const [logicalId, entry] of is) {
    const old = was.get(logicalId);
    if (old?.type !== entry.type) adds.push(madeOf(logicalId, entry));
    else if (textOf(old) !== textOf(entry)) changes.push(madeOf(logicalId, entry));
  }
  for (const [logicalId, entry] of was)
    if (is.get(logicalId)?.type !== entry.type) removes.push(madeOf(logicalId, entry));
  return { adds, changes, removes };
}

/** The templates that a design came from do not matter: what its resources say does. */
function written(catalog: Catalog, document: Document): ReadonlyMap<string, RenderedEntry> {
  return render(catalog, document).entries;
}

function madeOf(logicalId: string, { type, owner }: RenderedEntry): Made {
  return { type, logicalId, resource: owner };
}

function textOf({ properties, dependsOn }: RenderedEntry): string {
  return JSON.stringify([properties, dependsOn ?? []]);
}
