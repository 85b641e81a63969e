/** What a diagram remembers its templates to have been read as, after an edit of the text of some of them. */
import { sameJson } from '../../../lib/sameJson';
import type { Catalog } from '../../catalog/catalog';
import type { AsRead, Document, Resource, ResourceId, TemplateId } from '../../model/document';
import { originalOf } from '../original';
import type { InDiagram } from './inDiagram';
import { saysSame } from './mergeResource';

export function asReadOf(
  asRead: AsRead | undefined,
  resources: ReadonlyMap<ResourceId, Resource>,
  ids: ReadonlySet<TemplateId>,
): AsRead {
  const { assumed = {}, lacking = {}, unread } = asRead ?? {};
  const others = Object.entries(assumed).filter(([each]) => !ids.has(each));
  const stillLacking = Object.entries(lacking).filter(([each]) => {
    const template = resources.get(each)?.provenance?.template;
    return template !== undefined && !ids.has(template);
  });
  return {
    resources,
    ...(others.length === 0 ? {} : { assumed: Object.fromEntries(others) }),
    ...(stillLacking.length === 0 ? {} : { lacking: Object.fromEntries(stillLacking) }),
    ...(unread === undefined ? {} : { unread }),
  };
}

/** What all templates are read as; of another template, what that was read as, unless the edit changed something of it. */
export function readAs(
  catalog: Catalog,
  merged: Document,
  current: Document,
  after: InDiagram,
  before: InDiagram,
  ids: ReadonlySet<TemplateId>,
): ReadonlyMap<ResourceId, Resource> {
  const known: ReadonlyMap<ResourceId, Resource> =
    current.templates.size === 0
      ? new Map()
      : (current.asRead?.resources ?? originalOf(catalog, current).document.resources);
  const found = new Map<ResourceId, Resource>();
  for (const read of after.resources.values()) {
    const earlier = known.get(read.id);
    const was = before.resources.get(read.id);
    if (
      earlier !== undefined &&
      !ids.has(read.provenance?.template ?? '') &&
      was !== undefined &&
      saysSame(was, read)
    ) {
      found.set(read.id, earlier);
      continue;
    }
    const own = merged.resources.get(read.id);
    if (own === undefined) found.set(read.id, read);
    else if (saysSame(own, read)) found.set(read.id, own);
    else {
      const { x, y, w, h, order } = own;
      const again = { ...read, x, y, w, h, order };
      found.set(read.id, earlier !== undefined && sameJson(earlier, again) ? earlier : again);
    }
  }
  return found;
}
