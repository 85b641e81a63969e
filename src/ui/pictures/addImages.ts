/** Images that were dropped, pasted or picked become pictures in the diagram. */
import { call, type CommandCall } from '../../core/commands';
import type { Point, ResourceId } from '../../core/model/document';
import { valuesOf } from '../../core/model/queries';
import { groundNow, landingAt } from '../../editor/drop';
import type { Editor } from '../../editor/editor';
import { snapped } from '../../editor/moving';
import { freeName, takenNames } from '../../editor/naming';
import { announce } from '../../editor/session';
import { viewOf, viewRect } from '../../editor/view';
import { bytesOf, mostBytesTogether } from '../../lib/imageData';
import { centreOf } from '../../lib/rect';
import { lastOrder, ordersAfter } from '../../lib/order';
import { tell } from '../shell/messages';
import { propWhere } from '../../core/catalog/propWhere';
import { readImage, type DrawnImage } from './readImage';

/** Puts images onto the canvas, the first with its middle at `at` (canvas px), else in the middle of the view: one step. */
export async function addImages(editor: Editor, files: readonly File[], at?: Point): Promise<void> {
  const drawn: { readonly name: string; readonly image: DrawnImage }[] = [];
  for (const file of files) {
    const image = await readOrTell(file);
    if (image !== undefined) drawn.push({ name: file.name.replace(/\.[^.]*$/, ''), image });
  }
  if (
    drawn.length === 0 ||
    !hasRoom(
      editor,
      drawn.map(({ image }) => image.data),
    )
  )
    return;
  const { catalog, store, session } = editor;
  const kind = [...catalog.kinds.values()].find(
    ({ shape }) => shape.as === 'picture' && shape.draws === 'image',
  );
  if (kind === undefined) return;
  const names = takenNames(store.document);
  const orders = ordersAfter(lastOrder(store.document.resources.values()), drawn.length);
  const middle = at ?? centreOf(viewRect(editor));
  const boxes = viewOf(editor).standing();
  const ids: ResourceId[] = [];
  const commands = drawn.map(({ name, image: { data, w, h } }, index): CommandCall => {
    // Several lie like a fan of cards, so that each can be taken up.
    const rect = {
      x: snapped(middle.x - w / 2) + index * 24,
      y: snapped(middle.y - h / 2) + index * 24,
      w,
      h,
    };
    const ground = groundNow(editor);
    const landing = landingAt(ground, kind.kind, centreOf(rect), new Set(), true, rect);
    const parentId = 'refusal' in landing ? null : landing.parentId;
    const origin = boxes.get(parentId ?? '') ?? { x: 0, y: 0 };
    const id = editor.newId(kind.kind);
    const called = freeName(names, name === '' || name === 'image' ? kind.defaultName : name);
    names.add(called.toLowerCase());
    ids.push(id);
    return call('addResource', {
      kind: kind.kind,
      id,
      name: called,
      parentId,
      order: orders[index] ?? 'U',
      x: rect.x - origin.x,
      y: rect.y - origin.y,
      w,
      h,
      props: { [propWhere(catalog, kind.kind, 'art')]: data },
    });
  });
  store.apply({ title: { en: 'Add an image', ja: '画像の追加' }, commands });
  session.setState({ selection: new Set(ids) });
  announce(session, {
    en: ids.length === 1 ? 'Image added' : `${ids.length} images added`,
    ja: `画像を ${ids.length} 件追加しました`,
  });
}

/** The data of an image for a picture that is there; undefined when it was refused, which is told. */
export async function imageFor(editor: Editor, file: File, id: ResourceId): Promise<string | undefined> {
  const image = await readOrTell(file);
  return image === undefined || !hasRoom(editor, [image.data], id) ? undefined : image.data;
}

async function readOrTell(file: File): Promise<DrawnImage | undefined> {
  const image = await readImage(file);
  if (!('failure' in image)) return image;
  const { en, ja } = image.failure;
  tell({
    tone: 'failure',
    words: { en: `${file.name} was not added: ${en}.`, ja: `${file.name} は追加されませんでした: ${ja}。` },
  });
  return undefined;
}

/** Whether the diagram still is one that can be saved and opened again with these in it; else it is told. */
function hasRoom({ catalog, store }: Editor, added: readonly string[], without?: ResourceId): boolean {
  let bytes = 0;
  for (const data of added) bytes += bytesOf(data);
  for (const resource of store.document.resources.values()) {
    if (resource.id === without) continue;
    for (const [prop, field] of catalog.fields(resource.kind)) {
      const value = valuesOf(resource)[prop];
      if (field.control === 'art' && field.of === 'image' && typeof value === 'string')
        bytes += bytesOf(value);
    }
  }
  if (bytes <= mostBytesTogether) return true;
  const most = mostBytesTogether / 1_000_000;
  tell({
    tone: 'failure',
    words: {
      en: `The images of a diagram may be ${most} MB together, and with this they would be ${(bytes / 1_000_000).toFixed(1)} MB. Delete some, or make this one smaller.`,
      ja: `1 つの構成図に入れられる画像は合計 ${most} MB までです (追加すると ${(bytes / 1_000_000).toFixed(1)} MB)。不要な画像を削除するか、画像を小さくしてください。`,
    },
  });
  return false;
}
