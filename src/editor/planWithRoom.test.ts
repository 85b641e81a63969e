import { expect, test } from 'vitest';
import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { overlaps } from '../lib/rect';
import { testEditor } from '../testing/testEditor';
import { applyFix } from './fixes';

test('a fix that puts something below the end of a subnet makes that grow, and the VPC around it', () => {
  const canvas = testEditor(
    sketch(box('vpc', 'Vpc', {}, box('subnet', 'Upper', {}), box('subnet', 'Lower', {}))),
    { Vpc: [0, 0, 320, 400], Upper: [16, 48, 260, 120], Lower: [16, 200, 260, 160] },
  );
  const before = canvas.document;

  applyFix(canvas.editor, {
    title: { en: 'Add Nat', ja: 'Nat を追加' },
    commands: [
      call('addResource', {
        kind: 'nat-gateway',
        id: 'Nat',
        name: 'Nat',
        parentId: 'Upper',
        order: 'U',
        x: 16,
        y: 110,
      }),
    ],
  });

  const [vpc, upper, lower, nat] = ['Vpc', 'Upper', 'Lower', 'Nat'].map((name) => canvas.box(name));
  if (vpc === undefined || upper === undefined || lower === undefined || nat === undefined) throw new Error();
  expect(nat.y + nat.h).toBeLessThan(upper.y + upper.h);
  expect(overlaps(upper, lower)).toBe(false);
  expect(lower.y + lower.h).toBeLessThan(vpc.y + vpc.h);
  canvas.editor.store.undo();
  expect(canvas.document).toEqual(before);
});
