import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { box, sketch } from '../../core/model/sketch';
import { registerActions } from '../../editor/actions';
import { fixesAtHand } from '../../editor/fixes';
import { testEditor } from '../../testing/testEditor';
import { shellActions } from '../shell/actions';
import { pointerGestures } from './gestures';

// Test files share their modules: what is registered here is taken out again.
let stop: () => void;
beforeAll(() => {
  stop = registerActions(shellActions);
});
afterAll(() => stop());

test('no two gestures of the pointer are said in the same words', () => {
  for (const language of ['en', 'ja'] as const) {
    const said = pointerGestures.map(({ held, input }) => `${held ?? ''} ${input[language]}`);

    expect(new Set(said).size).toBe(said.length);
  }
});

test('focus mode goes on and off with the same keys, and says so', () => {
  const canvas = testEditor(sketch(box('vpc', 'Vpc')));

  canvas.run('focus-mode');
  const { focusMode } = canvas.editor.session.getState();
  const { said } = canvas;
  canvas.run('focus-mode');

  expect(focusMode).toBe(true);
  expect(said).toContain('Focus mode');
  expect(canvas.editor.session.getState().focusMode).toBe(false);
});

describe('the fixes at hand', () => {
  const plan = (title: string) => ({ title: { en: title, ja: title }, commands: [] });
  const canvas = () => {
    const drawn = testEditor(sketch(box('vpc', 'One'), box('vpc', 'Two')));
    const finding = (key: string, on: string, titles: readonly string[]) => ({
      rule: 'some-rule',
      severity: 'error' as const,
      key,
      on: [on] as const,
      message: { en: key, ja: key },
      fixes: titles.map(plan),
    });
    drawn.editor.verdicts.setState({
      findings: [
        finding('a', 'One', ['Mend']),
        finding('b', 'Two', ['Move', 'Widen']),
        finding('c', 'Two', ['Move']),
      ],
    });
    return drawn;
  };
  const titles = (drawn: ReturnType<typeof canvas>) =>
    fixesAtHand(drawn.editor).map((fix) => fix.plan.title.en);

  test('are those of the selection, each once', () => {
    const drawn = canvas();

    drawn.editor.session.setState({ selection: new Set(['Two']) });

    expect(titles(drawn)).toEqual(['Move', 'Widen']);
  });

  test('are those of the finding that has the focus, whatever is selected', () => {
    const drawn = canvas();

    drawn.editor.session.setState({ selection: new Set(['Two']), findingInFocus: 'a' });

    expect(titles(drawn)).toEqual(['Mend']);
  });

  test('a single one is shown first and carried out when asked for again', () => {
    const drawn = canvas();
    drawn.editor.session.setState({ selection: new Set(['One']) });

    drawn.run('quick-fix');
    const shown = drawn.editor.session.getState().preview?.title.en;
    drawn.run('quick-fix');

    expect(shown).toBe('Mend');
    expect(drawn.editor.session.getState().preview).toBeNull();
    expect(drawn.said).toBe('Done: Mend');
  });
});
