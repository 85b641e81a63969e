import { enableMapSet, enablePatches } from 'immer';
import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { emptyDocument } from '../../core/model/document';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import { readDiagram } from '../../core/store/diagramFile';
import { writeDiagram } from '../../core/store/writeDiagram';
import { createEditor, type Editor } from '../../editor/editor';
import { regions, zonesOf } from '../../lib/regions';
import { createAnswers } from '../../worker/answers';
import { startWithVpc } from './startWithVpc';
import text from './twoZones.vpcanvas.json?raw';

enablePatches();
enableMapSet();

function emptyIn(region: string): Editor {
  return createEditor({
    catalog,
    document: { ...emptyDocument, settings: { region } },
    validator: { postMessage: () => undefined, addEventListener: () => undefined },
    random: () => '1',
  });
}

test.each(regions.map(({ name }) => name))(
  'the start of a network in %s has nothing that any rule finds fault with',
  (region) => {
    const editor = emptyIn(region);

    startWithVpc(editor);

    const { changed } = createAnswers(catalog, rules).answer(0, editor.store.document, []);
    const { resources } = editor.store.document;
    expect(changed).toEqual([]);
    const zones = [...resources.values()].flatMap(({ kind, props }) =>
      kind === 'availability-zone' && 'zone' in props ? [props.zone] : [],
    );
    expect(zones).toEqual(zonesOf(region).slice(0, 2));
    expect([...resources.values()].filter(({ kind }) => kind === 'subnet')).toHaveLength(4);
  },
);

test('it is one step, which undo takes back whole', () => {
  const editor = emptyIn('ap-northeast-1');

  startWithVpc(editor);
  editor.store.undo();

  expect(editor.store.document.resources.size).toBe(0);
  expect(editor.store.undoLabel).toBeUndefined();
});

test('it adds nothing where something is drawn already', () => {
  const editor = emptyIn('ap-northeast-1');
  startWithVpc(editor);
  const before = editor.store.document;

  startWithVpc(editor);

  expect(editor.store.document).toBe(before);
});

test('its template has a zone for each subnet and makes the default route after the gateway is attached', () => {
  const editor = emptyIn('ap-northeast-1');
  startWithVpc(editor);

  const [exported] = exportTemplates(catalog, editor.store.document);

  const written = JSON.stringify(exported?.exported.template);
  expect(written).toContain('AWS::EC2::VPCGatewayAttachment');
  expect(written.match(/"AvailabilityZone":/g)).toHaveLength(4);
  expect(written).toMatch(/"DependsOn":/);
});

test('its file is written as the program writes diagrams', () => {
  const opened = readDiagram(catalog, text);

  expect('document' in opened ? writeDiagram(catalog, opened.document) : '').toBe(text);
});
