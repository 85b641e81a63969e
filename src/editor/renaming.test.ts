import { expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { testEditor } from '../testing/testEditor';
import { startRenaming } from './renaming';

const network = () =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('route-table', 'Table'),
        box('security-group', 'Group'),
        box('subnet', 'App', { cidr: '10.0.0.0/24', routeTable: 'Table' }, box('instance', 'Web')),
      ),
    ),
  );

test('a box and an icon are renamed where they are drawn', () => {
  for (const name of ['App', 'Web']) {
    const { editor } = network();

    startRenaming(editor, name);

    expect(editor.session.getState()).toMatchObject({ editing: name, fieldInFocus: null });
  }
});

test('route tables and security groups, drawn as chips and shields, are renamed in the inspector', () => {
  for (const name of ['Table', 'Group']) {
    const { editor } = network();

    startRenaming(editor, name);

    expect(editor.session.getState()).toMatchObject({
      editing: null,
      fieldInFocus: { id: name, field: 'name' },
    });
  }
});

test('where letters are too small to be read, a name is edited in the inspector', () => {
  const { editor } = network();
  editor.session.setState({ viewport: { x: 0, y: 0, zoom: 0.3 } });

  startRenaming(editor, 'Web');

  expect(editor.session.getState()).toMatchObject({
    editing: null,
    fieldInFocus: { id: 'Web', field: 'name' },
  });
});

test('to rename an arrow is to edit its label', () => {
  const { editor } = network();

  startRenaming(editor, 'flow-1');

  expect(editor.session.getState()).toMatchObject({
    editing: null,
    fieldInFocus: { id: 'flow-1', field: 'label' },
  });
});
