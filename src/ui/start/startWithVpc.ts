/** Puts a small network on an empty canvas, to draw on from there: one step, which undo takes back. */
import { call } from '../../core/commands';
import type { Document, Resource } from '../../core/model/document';
import { withDescendants } from '../../core/model/queries';
import { readDiagram } from '../../core/store/diagramFile';
import { fitAll } from '../../editor/camera';
import type { Editor } from '../../editor/editor';
import { announce } from '../../editor/session';
import { zonesOf } from '../../lib/regions';
import text from './twoZones.vpcanvas.json?raw';
import { words } from './words';

export function startWithVpc(editor: Editor): void {
  const { catalog, store, session } = editor;
  const opened = readDiagram(catalog, text);
  // The file is a part of the program, and a test reads it.
  if (!('document' in opened) || store.document.resources.size > 0) return;
  const { document: file } = opened;
  const tops = [...file.resources.values()].filter(({ parentId }) => parentId === null);
  const ids = withDescendants(
    file,
    tops.map(({ id }) => id),
  );
  const inRegion = inRegionOf(store.document, file);
  store.apply({
    title: words.step,
    commands: [
      call('pasteResources', {
        resources: ids.flatMap((id) => file.resources.get(id) ?? []).map(inRegion),
        flows: [],
      }),
    ],
  });
  fitAll(editor);
  announce(session, words.added);
}

/** The zones of the file are those of its region: the first is the first of the region that is drawn, and so on. */
function inRegionOf(document: Document, file: Document): (resource: Resource) => Resource {
  const zones = zonesOf(document.settings.region);
  const fileZones = zonesOf(file.settings.region);
  const there = (value: unknown): unknown => {
    const at = typeof value === 'string' ? fileZones.indexOf(value) : -1;
    // A region with fewer zones, or one that nobody knows: the zone is left to be said.
    return at < 0 ? value : (zones[at] ?? '');
  };
  return (resource) =>
    ({
      ...resource,
      props: Object.fromEntries(Object.entries(resource.props).map(([name, value]) => [name, there(value)])),
      // The fields are those of the resource, each with a value of its own sort.
    }) as Resource;
}
