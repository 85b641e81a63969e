/** Collapsing containers to chips and opening them again, where they stand. */
import type { CommandCall } from '../core/commands';
import { call } from '../core/commands';
import { isCollapsed } from '../core/layout/collapsed';
import { growth, type Placed } from '../core/layout/fit';
import type { Resource, ResourceId } from '../core/model/document';
import { ancestors, withDescendants } from '../core/model/queries';
import { japanese } from '../lib/japanese';
import type { Words } from '../lib/words';
import type { Editor } from './editor';
import { shortName } from './naming';
import { announce } from './session';

/** Collapses containers, or opens them where all are collapsed already. One step. */
export function toggleCollapsed(editor: Editor, ids: readonly ResourceId[]): void {
  const { catalog, store } = editor;
  const given = ids.flatMap((id) => store.document.resources.get(id) ?? []);
  const open = given.filter((each) => !isCollapsed(catalog, each));
  if (open.length > 0) collapse(editor, open);
  else if (given.length > 0) expand(editor, given);
}

function collapse(editor: Editor, containers: readonly Resource[]): void {
  const { store, session } = editor;
  const ids = containers.map(({ id }) => id);
  store.commit('collapseResources', { ids, collapsed: true });
  // What is out of sight is not left selected: the next key would do something unseen.
  session.setState(({ selection }) => ({
    selection: new Set(
      [...selection].map((id) => ancestors(store.document, id).find((box) => ids.includes(box.id))?.id ?? id),
    ),
    hovered: null,
  }));
  const inside = withDescendants(store.document, ids).length - ids.length;
  announce(session, {
    en: `${named(editor, ids).en} collapsed, ${inside === 1 ? '1 resource' : `${inside} resources`} inside`,
    ja: japanese`${named(editor, ids).ja}を折りたたみました (内部のリソース ${inside} 個)`,
  });
}

/** Each takes back the place that it had; what has come to stand there meanwhile is pushed aside. */
function expand(editor: Editor, containers: readonly Resource[]): void {
  const { catalog, store, session } = editor;
  const ids = containers.map(({ id }) => id);
  const places = new Map(containers.map((each): [ResourceId, Placed] => [each.id, each]));
  const grown = growth(catalog, store.document, places);
  const commands: CommandCall[] = [call('collapseResources', { ids, collapsed: false })];
  if (grown.size > 0) commands.push(call('placeResources', { places: Object.fromEntries(grown) }));
  store.apply({ title: { en: 'Expand', ja: '展開' }, commands });
  announce(session, {
    en: `${named(editor, ids).en} expanded`,
    ja: japanese`${named(editor, ids).ja}を展開しました`,
  });
}

function named(editor: Editor, ids: readonly ResourceId[]): Words {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) return shortName(editor, only);
  return { en: `${ids.length} containers`, ja: `${ids.length} 個のコンテナ` };
}
