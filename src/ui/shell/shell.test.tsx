// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerActions } from '../../editor/actions';
import { box, sketch } from '../../core/model/sketch';
import type { DeskState } from '../files/desk';
import { draw, type Drawn } from '../testing/draw';
import { DiagramName } from './DiagramName';
import { FailedPart } from './FailedPart';
import { ActionItem, Menu, MenuChoice } from './Menu';
import { Messages } from './Messages';
import { messages, tell } from './messages';
import { keepPreferences, readPreferences } from './preferences';
import { saveWords } from './SaveState';
import { summaryOf } from './VerdictChip';

let drawn: Drawn | undefined;
beforeEach(() => {
  localStorage.clear();
  messages.setState([], true);
});
afterEach(() => {
  drawn?.remove();
  drawn = undefined;
  vi.useRealTimers();
});

const plain = sketch(box('vpc', 'Vpc'));
const words = (en: string) => ({ en, ja: en });

describe('the name of the diagram', () => {
  it('is changed by a click, typing and Enter, as one step that can be undone', () => {
    drawn = draw(<DiagramName />, plain);

    drawn.click('Rename diagram: Untitled diagram');
    drawn.type('Diagram name', 'Production');
    drawn.press('Diagram name', 'Enter');

    expect(drawn.has('Rename diagram: Production')).toBe(true);
    expect(drawn.editor.store.undoLabel?.en).toBe('Rename diagram');
  });

  it('stays when the change is given up by Escape', () => {
    drawn = draw(<DiagramName />, plain);

    drawn.click('Rename diagram: Untitled diagram');
    drawn.type('Diagram name', 'Production');
    drawn.press('Diagram name', 'Escape');

    expect(drawn.editor.store.document.name).toBe('');
  });

  it('is not taken while a Japanese word is still being composed', () => {
    drawn = draw(<DiagramName />, plain);

    drawn.click('Rename diagram: Untitled diagram');
    drawn.type('Diagram name', 'ほんばん');
    drawn.press('Diagram name', 'Enter', { isComposing: true });

    expect(drawn.has('Diagram name')).toBe(true);
    expect(drawn.editor.store.document.name).toBe('');
  });

  it('is shown in the reader’s language when it holds both', () => {
    drawn = draw(<DiagramName />, plain, { language: 'ja' });

    drawn.meanwhile((editor) => editor.store.commit('renameDocument', { name: 'Three paths / 3 つの経路' }));

    expect(drawn.has('ダイアグラム名を変更: 3 つの経路')).toBe(true);
  });
});

describe('the line over all flows', () => {
  const none = { all: 0, arrive: 0, blocked: 0, unknown: 0, waiting: 0 };

  it('counts what arrives and what is blocked', () => {
    expect(summaryOf({ ...none, all: 7, arrive: 5, blocked: 2 })).toEqual({
      en: '7 flows: 5 arrive, 2 blocked',
      ja: 'フロー 7 本: 到達 5、ブロック 2',
    });
  });

  it('says one flow in the singular, and leaves out what there is none of', () => {
    expect(summaryOf({ ...none, all: 1, arrive: 1 }).en).toBe('1 flow: 1 arrives');
  });
});

describe('the save state', () => {
  const state: DeskState = { diagram: 'a', file: null, seq: 4, safety: { is: 'kept' } };

  it('says that the browser keeps the diagram', () => {
    expect(saveWords(state).en).toBe('Saved in this browser');
  });

  it('names the file that holds the present state, and the one that does not yet', () => {
    const file = { name: 'a.vpcanvas.json', handle: null, seq: 4 };

    expect(saveWords({ ...state, file }).en).toBe('Saved in a.vpcanvas.json');
    expect(saveWords({ ...state, file, seq: 5 }).en).toBe('Saved in this browser, not in a.vpcanvas.json');
  });

  it('says plainly when nothing is kept', () => {
    expect(saveWords({ ...state, safety: { is: 'not-kept', because: 'full' } }).en).toBe(
      'Not saved: storage is full',
    );
  });
});

describe('a part of the interface that breaks', () => {
  it('says so in its place, keeps the diagram, and can be tried again', () => {
    let isBroken = true;
    const Part = () => {
      if (isBroken) throw new Error('out of order');
      return <p>works</p>;
    };
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    drawn = draw(
      <FailedPart>
        <Part />
      </FailedPart>,
      plain,
    );
    const said = drawn.text();

    isBroken = false;
    drawn.click('Try again');

    expect(said).toContain('Your diagram is not touched by it');
    expect(drawn.text()).toContain('works');
    expect(drawn.editor.store.document.resources.size).toBe(1);
    silenced.mockRestore();
  });
});

describe('a menu', () => {
  const languages = (onChoose: (value: 'en' | 'ja') => void) => (
    <Menu className="button" button="Language">
      <MenuChoice
        value="en"
        options={[
          { value: 'en', label: 'English' },
          { value: 'ja', label: '日本語' },
        ]}
        onChoose={onChoose}
      />
    </Menu>
  );

  it('is walked by arrow keys, and chosen from', () => {
    const chosen: string[] = [];
    drawn = draw(
      languages((value) => chosen.push(value)),
      plain,
    );

    drawn.press('Language', 'ArrowDown');
    drawn.press('English', 'ArrowDown');
    const reached = document.activeElement?.textContent;
    drawn.click('日本語');

    expect(reached).toBe('日本語');
    expect(chosen).toEqual(['ja']);
    expect(drawn.has('English')).toBe(false);
  });

  it('gives the focus back to its button on Escape', () => {
    drawn = draw(
      languages(() => undefined),
      plain,
    );

    drawn.press('Language', 'ArrowUp');
    drawn.press('日本語', 'Escape');

    expect(drawn.has('English')).toBe(false);
    expect(document.activeElement).toBe(drawn.control('Language'));
  });

  it('leaves out what nobody can do, and shows what cannot be done now as disabled', () => {
    const stop = registerActions([
      { id: 'never', label: words('Never'), group: 'file', enabled: () => false, run: () => undefined },
    ]);
    drawn = draw(
      <Menu className="button" button="File">
        <ActionItem id="never" />
        <ActionItem id="no-such-action" />
      </Menu>,
      plain,
    );

    drawn.click('File');

    expect(drawn.control('Never')).toHaveProperty('disabled', true);
    expect(document.querySelectorAll('[role="menuitem"]')).toHaveLength(1);
    stop();
  });
});

describe('messages', () => {
  it('stay while they tell of a failure, and go by themselves otherwise', () => {
    vi.useFakeTimers();
    drawn = draw(<Messages />, plain);

    act(() => {
      tell({ tone: 'failure', words: words('Not opened.') });
      tell({ tone: 'note', words: words('Exported.') });
    });
    const first = drawn.text();
    act(() => void vi.advanceTimersByTime(60_000));

    expect(first).toContain('Exported.');
    expect(drawn.text()).toBe('Not opened.');
  });

  it('do not say the same thing twice', () => {
    tell({ tone: 'failure', words: words('Not opened.') });
    tell({ tone: 'failure', words: words('Not opened.') });

    expect(messages.getState()).toHaveLength(1);
  });
});

describe('preferences', () => {
  it('come back the next time', () => {
    drawn = draw(null, plain);
    keepPreferences(drawn.editor.session);

    drawn.editor.session.setState({ language: 'ja', theme: 'dark', panel: 'flows', panelHeight: 300 });

    expect(readPreferences()).toMatchObject({
      language: 'ja',
      theme: 'dark',
      panel: 'flows',
      panelHeight: 300,
    });
  });

  it('are the defaults where somebody else wrote nonsense', () => {
    const nonsense = [
      '',
      'null',
      '[]',
      '{"language":"xx","theme":7,"panelHeight":1e9,"panel":"nowhere"}',
      '{',
    ];

    const read = nonsense.map((text) => {
      localStorage.setItem('vpcanvas.preferences', text);
      return readPreferences();
    });

    expect(read).toEqual(nonsense.map(() => ({})));
  });
});
