/** Arrows that are drawn together look as they do one by one. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Arrow } from '../../core/drawing/arrows';
import { arrow as flow, box, sketch } from '../../core/model/sketch';
import { testEditor } from '../../testing/testEditor';
import { viewOf } from '../../editor/view';
import { arrowPaths } from './arrowPaths';
import { StretchedArrows, StretchedLines } from './StretchedArrows';

/** Four arrows between instances: two whole, one that ends at a cross and one whose reply does. */
function fourArrows(): readonly Arrow[] {
  const names = ['A', 'B', 'C', 'D'];
  const canvas = testEditor(
    sketch(
      box('vpc', 'Vpc', {}, ...names.flatMap((name) => [box('instance', name), box('instance', `${name}2`)])),
      ...names.map((name) => flow(name, `${name}2`)),
    ),
    {
      Vpc: [0, 0, 640, 640],
      ...Object.fromEntries(
        names.flatMap((name, row) => [
          [name, [40, 64 + row * 140] as const],
          [`${name}2`, [400, 64 + row * 140] as const],
        ]),
      ),
    },
  );
  return viewOf(canvas.editor)
    .standingArrows()
    .flows.map((each, index): Arrow => {
      const line = each.pieces[0]?.points ?? [];
      const whole = { reached: [[...line]], beyond: [] };
      const uncut: Arrow = { ...each, ...whole, shown: whole, cross: null };
      const [from, to] = [line[0], line.at(-1)];
      if (index < 2 || from === undefined || to === undefined) return { ...uncut, verdict: 'arrives' };
      if (index === 3) return { ...uncut, verdict: 'reply-blocked' };
      const cross = { x: 200, y: from.y };
      const [reached, beyond] = [[[from, cross]], [[cross, to]]];
      return { ...each, verdict: 'blocked', reached, beyond, cross, shown: { reached, beyond } };
    });
}

test('each has its line, head, cross and broken head in the paths of its verdict', () => {
  const arrows = fourArrows();
  const markup = renderToStaticMarkup(<StretchedArrows arrows={arrows} />);
  const groups = new Map(
    [...markup.matchAll(/<g class="arrow arrow-([\w-]+)">(.*?)<\/g>/g)].map(([, verdict, inner]) => [
      verdict,
      inner ?? '',
    ]),
  );

  expect(arrows).toHaveLength(4);
  expect([...groups.keys()]).toEqual(['arrives', 'blocked', 'reply-blocked']);
  for (const each of arrows)
    for (const path of Object.values(arrowPaths(each)))
      expect(groups.get(each.verdict)).toContain(path as string);
  expect(groups.get('arrives')?.match(/<path/g)).toHaveLength(3);
  expect(groups.get('blocked')).toContain('is-open');
  expect(groups.get('blocked')).toContain('arrow-cross-plate');
  expect(groups.get('reply-blocked')).toContain('is-broken');
});

test('from afar each is a line alone', () => {
  const markup = renderToStaticMarkup(<StretchedLines arrows={fourArrows()} />);

  expect(markup.match(/<path/g)).toHaveLength(3);
  expect(markup).not.toContain('arrow-head');
});
