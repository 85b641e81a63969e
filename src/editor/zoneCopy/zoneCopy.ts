/** A subnet with all that is in it once more, in another Availability Zone: one step. */
import type { CommandCall } from '../../core/commands';
import { call } from '../../core/commands';
import { asShown } from '../../core/layout/collapsed';
import type { Placed } from '../../core/layout/fit';
import type { Document, Flow, Resource, ResourceId } from '../../core/model/document';
import { valuesOf } from '../../core/model/queries';
import { lastOrder, ordersAfter } from '../../lib/order';
import { around, overlaps, type Rect } from '../../lib/rect';
import { nameInZone } from '../../lib/zoneNames';
import { takesRoom } from '../../core/drawing/boxes';
import { bringIntoView } from '../camera';
import { freshCopy, type NewPlace } from '../clipboard';
import type { Editor } from '../editor';
import { roomFor } from '../loadedRoom';
import { isHeldByLock } from '../locking';
import { topsOf } from '../carrying';
import { freeSpot } from '../place';
import { announce } from '../session';
import { viewOf } from '../view';
import { joinCopies } from './joining';
import { otherZone, zonesIn, type ZoneChange } from './otherZone';
import { whatIsCopied } from './whatIsCopied';
import { zoneCopyWords } from './zoneCopyWords';

/** Between an original and its copy, in px. */
const gap = 24;

export function duplicateToOtherZone(editor: Editor): void {
  const { catalog, store, session } = editor;
  const { document } = store;
  const tops = topsOf(document, session.getState().selection).flatMap((id) => {
    const resource = document.resources.get(id);
    return resource !== undefined && catalog.kind(resource.kind).isZonal === true ? [resource] : [];
  });
  const change = otherZone(catalog, document, tops);
  if (change === undefined) {
    announce(session, {
      en: 'There is no other Availability Zone for what is selected',
      ja: '選択した項目を複製できる別のアベイラビリティーゾーンがありません',
    });
    return;
  }
  const homes = homesIn(editor, tops, change);
  const content = whatIsCopied(
    catalog,
    document,
    tops.map(({ id }) => id),
  );
  const resources = [...homes.boxes, ...content.resources];
  const places = placesBeside(editor, resources, tops, homes);
  const copy = freshCopy(
    editor,
    { resources, flows: content.flows },
    (id) => places.get(id),
    (resource) => inZone(editor, resource, change),
  );
  const after: Document = {
    ...document,
    resources: new Map([...document.resources, ...copy.resources.map((each) => [each.id, each] as const)]),
  };
  const flows = [...copy.flows, ...outwardFlows(editor, content.outwards, copy.copies, copy.flows)];
  const joined = joinCopies(catalog, document, after, copy.copies);
  const grown = roomFor(
    editor,
    new Map(copy.resources.map((each): [ResourceId, Placed] => [each.id, asShown(catalog, each)])),
  );
  if (isHeldByLock(editor, grown)) return;
  store.apply({
    title: { en: `Duplicate to ${change.to.name}`, ja: `${change.to.name} に複製` },
    commands: [
      call('pasteResources', { resources: copy.resources, flows }),
      ...joined.calls,
      ...joinedScopes(document, copy.copies),
      ...(grown.size > 0 ? [call('placeResources', { places: Object.fromEntries(grown) })] : []),
    ],
  });
  const copied = tops.flatMap(({ id }) => copy.copies.get(id) ?? []);
  session.setState({ selection: new Set(copied) });
  bringIntoView(editor, copied);
  announce(session, zoneCopyWords(editor, { change, before: document, tops, copy: copy.copies, joined }));
}

/** The resource as it is to be copied: it says the other zone where it said one, in its name as well. */
function inZone({ catalog }: Editor, resource: Resource, { from, to }: ZoneChange): Resource {
  const name = from === undefined ? resource.name : nameInZone(resource.name, from, to);
  const isZonal = catalog.kind(resource.kind).isZonal === true;
  const { locked: _, ...rest } = resource;
  const props =
    isZonal && valuesOf(resource)['zone'] !== '' ? { ...resource.props, zone: to.name } : resource.props;
  return { ...rest, name, props } as Resource; // `isZonal` says that the kind has a prop of that name
}

interface Homes {
  /** For what stands in the box of a zone: the box of the other zone, where there is one. */
  readonly existing: ReadonlyMap<ResourceId, ResourceId>;
  /** The boxes that are needed once more, each without what else is in it. */
  readonly boxes: readonly Resource[];
}

function homesIn({ catalog, store }: Editor, tops: readonly Resource[], { to }: ZoneChange): Homes {
  const { document } = store;
  const zoneOf = zonesIn(document);
  const existing = new Map<ResourceId, ResourceId>();
  const boxes = new Set<Resource>();
  for (const { parentId } of tops) {
    const box = parentId === null ? undefined : document.resources.get(parentId);
    if (box === undefined || catalog.kind(box.kind).isZonal !== true) continue;
    const other = [...document.resources.values()].find(
      (each) => each.kind === box.kind && each.parentId === box.parentId && zoneOf(each.id) === to.name,
    );
    if (other === undefined) boxes.add(box);
    else existing.set(box.id, other.id);
  }
  return { existing, boxes: [...boxes] };
}

/** Those of one container keep their distances: they go beside themselves, to the right where that is free. */
function placesBeside(
  editor: Editor,
  resources: readonly Resource[],
  tops: readonly Resource[],
  homes: Homes,
): ReadonlyMap<ResourceId, NewPlace> {
  const { catalog, store } = editor;
  const standing = viewOf(editor).standing();
  const copied = new Set(resources.map(({ id }) => id));
  const places = new Map<ResourceId, NewPlace>();
  const groups = new Map<ResourceId | null, Resource[]>();
  for (const resource of resources) {
    if (resource.parentId !== null && copied.has(resource.parentId)) continue;
    // A chip takes no room; what is no original stands where it stood.
    const isPlaced =
      takesRoom(catalog, resource) && (tops.includes(resource) || homes.boxes.includes(resource));
    if (isPlaced) groups.set(resource.parentId, [...(groups.get(resource.parentId) ?? []), resource]);
    else places.set(resource.id, { parentId: resource.parentId, x: resource.x, y: resource.y });
  }
  for (const [parentId, members] of groups) {
    const home = homes.existing.get(parentId ?? '') ?? parentId;
    const bounds = around(members.flatMap(({ id }) => standing.get(id) ?? []));
    const [old, next] = [standing.get(parentId ?? ''), standing.get(home ?? '')];
    const shift = { x: 0, y: 0 };
    if (bounds !== undefined) {
      const wanted =
        home === parentId
          ? { ...bounds, x: bounds.x + bounds.w + gap }
          : {
              ...bounds,
              x: bounds.x + (next?.x ?? 0) - (old?.x ?? 0),
              y: bounds.y + (next?.y ?? 0) - (old?.y ?? 0),
            };
      const others = [...store.document.resources.values()].flatMap((each): Rect[] => {
        const box = each.parentId === home ? standing.get(each.id) : undefined;
        return box === undefined ? [] : [box];
      });
      // The container grows to the right sooner than that a zone comes to stand below another.
      const spot = others.some((other) => overlaps(other, wanted)) ? freeSpot(editor, home, wanted) : wanted;
      shift.x = spot.x - (next?.x ?? 0) - (bounds.x - (old?.x ?? 0));
      shift.y = spot.y - (next?.y ?? 0) - (bounds.y - (old?.y ?? 0));
    }
    for (const { id, x, y } of members)
      places.set(id, { parentId: home, x: Math.round(x + shift.x), y: Math.round(y + shift.y) });
  }
  return places;
}

/** What the originals talk to, the copies talk to as well. */
function outwardFlows(
  { newId, store }: Editor,
  flows: readonly Flow[],
  copies: ReadonlyMap<ResourceId, ResourceId>,
  before: readonly Flow[],
): readonly Flow[] {
  const last = lastOrder([...store.document.flows.values(), ...before]);
  const orders = ordersAfter(last, flows.length);
  return flows.map((flow, index) => ({
    ...flow,
    id: newId('flow'),
    from: copies.get(flow.from) ?? flow.from,
    to: copies.get(flow.to) ?? flow.to,
    order: orders[index] ?? flow.order,
    bends: {},
  }));
}

/** What is said of a part of the design that originals belong to, is said of their copies as well. */
function joinedScopes(
  { scopes }: Document,
  copies: ReadonlyMap<ResourceId, ResourceId>,
): readonly CommandCall[] {
  return [...scopes.values()].flatMap(({ id, members }) => {
    const added = Object.keys(members).flatMap((member) => copies.get(member) ?? []);
    if (added.length === 0) return [];
    const all = { ...members, ...Object.fromEntries(added.map((each) => [each, true as const])) };
    return [call('setScope', { id, values: { members: all } })];
  });
}
