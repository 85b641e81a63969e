/** "New security group": makes what a reference should name, and names it, in one step. */
import { newResource } from '../../core/catalog/newResource';
import { surroundingsOf } from '../../core/catalog/surroundings';
import { call, runCommand } from '../../core/commands';
import type { Document, ResourceId } from '../../core/model/document';
import type { KindName } from '../../core/model/kinds';
import { ancestors, children } from '../../core/model/queries';
import type { Plan } from '../../core/plans/plan';
import { japanese } from '../../lib/japanese';
import { orderBetween } from '../../lib/order';
import type { Editor } from '../editor';
import { freeName, takenNames } from '../naming';

/** Whether a new one can be made without a place on the canvas being chosen for it. */
export function canBeMadeHere({ catalog, store }: Editor, owner: ResourceId, kind: KindName): boolean {
  const { as } = catalog.kind(kind).shape;
  return (as === 'chip' || as === 'badge') && placeFor(catalog, store.document, owner, kind) !== undefined;
}

export interface Made {
  readonly id: ResourceId;
  readonly plan: Plan;
}

/** Makes a resource of that kind near its owner; `refer` gives the calls that set the reference to it. */
export function newReferenced(
  editor: Editor,
  owner: ResourceId,
  kind: KindName,
  refer: (id: ResourceId) => Plan['commands'],
): Made | undefined {
  const { catalog, store } = editor;
  const { document } = store;
  const parentId = placeFor(catalog, document, owner, kind);
  if (parentId === undefined) return undefined;
  const described = catalog.kind(kind);
  const id = editor.newId(kind);
  const name = freeName(takenNames(document), described.defaultName);
  const order = orderBetween(children(document, parentId).at(-1)?.order ?? null, null);
  const given = { kind, id, name, parentId, order };
  const grown = runCommand({ catalog }, document, call('addResource', given));
  const fresh = newResource(catalog, given);
  const props = described.propose?.(fresh, surroundingsOf(grown, id)) ?? {};
  return {
    id,
    plan: {
      title: {
        en: `New ${described.label.en}`,
        ja: japanese`${described.label.ja}の新規作成`,
      },
      commands: [call('addResource', { ...given, props: { ...props } }), ...refer(id)],
    },
  };
}

/** The nearest box around the owner, itself included, in which the kind may stand. */
function placeFor(
  catalog: Editor['catalog'],
  document: Document,
  owner: ResourceId,
  kind: KindName,
): ResourceId | null | undefined {
  const { parents } = catalog.kind(kind);
  const own = document.resources.get(owner);
  if (own === undefined) return undefined;
  for (const box of [own, ...ancestors(document, owner)]) if (parents.includes(box.kind)) return box.id;
  return parents.includes('canvas') ? null : undefined;
}
