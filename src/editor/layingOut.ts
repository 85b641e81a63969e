/** Tidy and its larger kin: each is shown as ghosts first; Enter carries it out, Escape leaves it. */
import { call, type CommandCall } from '../core/commands';
import type { Placement } from '../core/commands/placeResources';
import { iconMiddle, onBorder, standsOnBorder } from '../core/layout/border';
import { asSeen, placesOf } from '../core/layout/asSeen';
import { asShown, isCollapsed } from '../core/layout/collapsed';
import { growth, type Placed } from '../core/layout/fit';
import type { Resource, ResourceId } from '../core/model/document';
import { ancestors } from '../core/model/queries';
import type { Editor } from './editor';
import { anewVerb, scopeOf, scopeWords, tidyVerb, type Scope } from './layoutScope';
import { lockedIn, tellLocked } from './locking';
import { propose } from './proposal';
import { announce } from './session';

/** What keeps its place: what is locked, and what stands in it. */
function isHeldIn({ store }: Editor): (resource: Resource) => boolean {
  return (resource) =>
    resource.locked === true || ancestors(store.document, resource.id).some(({ locked }) => locked === true);
}

/** Whether a lock forbids it, which is told then; what is locked further inside is told of, and stays. */
function isHeld(editor: Editor, { container }: Scope): boolean {
  if (container?.locked === true) tellLocked(editor, [container.id]);
  else tellLocked(editor, lockedIn(editor.store.document, container?.id ?? null));
  return container?.locked === true;
}

export async function tidyUp(editor: Editor): Promise<void> {
  const scope = scopeOf(editor);
  if (isHeld(editor, scope)) return;
  const { document } = editor.store;
  const { tidyInPlace } = await import('../core/layout/tidyInPlace');
  const { catalog } = editor;
  const found = tidyInPlace(catalog, asSeen(catalog, document), {
    container: scope.container?.id ?? null,
    ...(scope.only === undefined ? {} : { only: scope.only }),
    isHeld: isHeldIn(editor),
  });
  const places = placesOf(catalog, document, found);
  propose(editor, document, scopeWords(scope, tidyVerb), commandsFor(editor, scope, places, false));
}

/** By the conventions of AWS's own drawings, whatever stood where. */
export async function layOutAnew(editor: Editor): Promise<void> {
  const { container } = scopeOf(editor);
  if (isHeld(editor, { container })) return;
  const { document } = editor.store;
  const { tidy } = await import('../core/layout/tidy');
  const { catalog } = editor;
  const found = tidy(catalog, asSeen(catalog, document), container?.id ?? null);
  const places = placesOf(catalog, document, found);
  propose(
    editor,
    document,
    scopeWords({ container }, anewVerb),
    commandsFor(editor, { container }, places, true),
  );
}

/** By how things are connected; it takes a moment in a worker. */
export async function arrangeByConnections(editor: Editor): Promise<void> {
  const { catalog, store, session } = editor;
  const { container } = scopeOf(editor);
  if (isHeld(editor, { container })) return;
  const { document } = store;
  announce(session, { en: 'Arranging …', ja: '配置しています…' });
  try {
    const [{ arrange }, { elkGraph, placesFrom }] = await Promise.all([
      import('../worker/arrange'),
      import('../core/layout/elkGraph'),
    ]);
    const seen = asSeen(catalog, document);
    const graph = await arrange(elkGraph(catalog, seen, container?.id ?? null));
    const places = placesOf(catalog, document, placesFrom(seen, graph, container?.id ?? null));
    const title = { en: 'Arrange by connections', ja: '接続に沿って配置' };
    propose(editor, document, title, commandsFor(editor, { container }, places, true));
  } catch {
    announce(session, {
      en: 'Arrange could not be started in this browser; Tidy works without it',
      ja: 'このブラウザでは配置を実行できませんでした。「自動で整える」は利用できます',
    });
  }
}

/** New places, with what grows around them and, for a new layout, what has to come back to a border. */
function commandsFor(
  editor: Editor,
  { container, only }: Scope,
  places: Readonly<Record<ResourceId, Placement>>,
  isAnew: boolean,
): readonly CommandCall[] {
  const { catalog, store } = editor;
  const { document } = store;
  const isChanged = ([id, { x, y, w, h }]: readonly [ResourceId, Placement]): boolean => {
    const now = document.resources.get(id);
    return (
      now !== undefined && now.locked !== true && (now.x !== x || now.y !== y || now.w !== w || now.h !== h)
    );
  };
  const border = isAnew ? onBorderAgain(editor, places) : {};
  const changed = { ...Object.fromEntries(Object.entries(places).filter(isChanged)), ...border };
  if (Object.keys(changed).length === 0) return [];
  const commands = [call('placeResources', { places: changed })];
  const after = new Map<ResourceId, Placed>();
  for (const id of only ?? (container === undefined ? [] : [container.id])) {
    const [resource, place] = [document.resources.get(id), places[id]];
    if (resource !== undefined && place !== undefined)
      after.set(id, asShown(catalog, { ...resource, ...place }));
  }
  const grown = growth(catalog, document, after);
  for (const id of Object.keys(places)) if (id !== container?.id) grown.delete(id);
  if (grown.size > 0) commands.push(call('placeResources', { places: Object.fromEntries(grown) }));
  return commands;
}

/** What stands on the border of a container whose size changes, and has no new place of its own, stays on it. */
function onBorderAgain(
  { catalog, store }: Editor,
  places: Readonly<Record<ResourceId, Placement>>,
): Record<ResourceId, Partial<Placement>> {
  const moved: Record<ResourceId, Partial<Placement>> = {};
  for (const child of store.document.resources.values()) {
    const parent = child.parentId === null ? undefined : store.document.resources.get(child.parentId);
    const place = parent === undefined ? undefined : places[parent.id];
    if (parent === undefined || place === undefined || places[child.id] !== undefined) continue;
    if (isCollapsed(catalog, parent)) continue;
    if (!standsOnBorder(catalog, child.kind, parent.kind)) continue;
    const middle = {
      x: ((child.x + child.w / 2) / parent.w) * place.w,
      y: ((child.y + iconMiddle) / parent.h) * place.h,
    };
    moved[child.id] = onBorder({ x: 0, y: 0, w: place.w, h: place.h }, child, middle);
  }
  return moved;
}
