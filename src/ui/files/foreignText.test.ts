import { beforeEach, describe, expect, it } from 'vitest';
import { catalog } from '../../awsKinds';
import { emptyDocument } from '../../core/model/document';
import { linkFragment } from '../../core/store/shareLink';
import { embeddable } from '../../core/picture/source';
import { copySelection, pasteText } from '../../editor/copying';
import { createEditor } from '../../editor/editor';
import { messages } from '../shell/messages';
import type { Desk } from './desk';
import { tellForeignText } from './foreignText';

describe('what is pasted and is no copy of resources', () => {
  beforeEach(() => messages.setState([], true));

  it('is told of in one message that says which text it is', () => {
    paste('Remember the milk, and the eggs, and the flour, and the butter');

    expect(said()).toEqual([
      expect.stringContaining('not copied from a diagram (“Remember the milk, and the eggs, and the…”)'),
    ]);
  });

  it('is offered to be opened when it is a template, a diagram or output of the AWS CLI', () => {
    for (const text of ['Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n', '{"vpcanvas":1}', '{"Vpcs":[]}'])
      paste(text);

    expect(messages.getState().map(({ offers }) => offers?.map(({ label }) => label.en))).toEqual([
      ['Open it'],
      ['Open it'],
      ['Open it'],
    ]);
  });

  it('is offered to be opened when it is a link to a diagram, and is told to be cut when its end is missing', async () => {
    const link = `See https://example.com/app/${await linkFragment(catalog, emptyDocument)}`;

    for (const [text, says, offered] of [
      [link, 'A link to a diagram', ['Open it']],
      [link.slice(0, -9), 'The link was cut', undefined],
      ['https://example.com/#d=nothing', 'not copied from a diagram', ['Add it as a note']],
    ] as const) {
      messages.setState([], true);
      paste(text);

      await expect.poll(said).toEqual([expect.stringContaining(says)]);
      expect(messages.getState()[0]?.offers?.map(({ label }) => label.en)).toEqual(offered);
    }
  });

  it('becomes a note when somebody asks for that, in one step and as large as what it says', async () => {
    const { store, session } = editor();
    const text = 'Moves to Osaka in May.\nAsk the network team first: 踏み台サーバーはまだ使われています。';
    paste(`\n${text}\n`);

    messages.getState()[0]?.offers?.[0]?.run();

    await expect.poll(() => store.document.resources.size).toBe(1);
    const [note] = store.document.resources.values();
    expect(note).toMatchObject({ kind: 'text-note', props: { text }, w: 320, h: 64 });
    expect([...session.getState().selection]).toEqual([note?.id]);
    expect(session.getState().editing).toBeNull();
    store.undo();
    expect(store.document.resources.size).toBe(0);
  });

  it('is not offered as a note when nobody would read that much in one', () => {
    paste('word '.repeat(1000));

    expect(messages.getState()[0]?.offers).toBeUndefined();
  });

  it('is told to be nothing when it is blank', () => {
    paste(' \n\t ');

    expect(said()).toEqual([expect.stringContaining('nothing on the clipboard that can be pasted')]);
  });

  it('is told to be unreadable when it only begins like a diagram, and is not offered to be opened', () => {
    for (const text of ['{"vpcanvas": [1,2,3', '{"vpcanvas": 99}']) {
      messages.setState([], true);
      paste(text);

      expect(said()).toEqual([expect.stringContaining('begins like a diagram, but cannot be read')]);
      expect(messages.getState()[0]?.offers).toBeUndefined();
    }
    expect(said()[0]).toContain('newer vpcanvas');
  });

  it('is offered to be opened when it is a picture with a diagram in it, as a text or as a file', async () => {
    const source = await embeddable(catalog, emptyDocument);
    const svg = `<svg><metadata><vpcanvas:diagram xmlns:vpcanvas="urn:vpcanvas">${source}</vpcanvas:diagram></metadata></svg>`;

    for (const [text, files] of [
      [svg, []],
      ['', [new File([svg], 'design.svg')]],
    ] as const) {
      messages.setState([], true);
      tellForeignText({ editor: editor() } as Desk, text, undefined, files);
      await expect.poll(said).toEqual([expect.stringContaining('A picture with a whole diagram in it')]);
    }
  });

  it('is told of like any text when it is a picture without one', async () => {
    paste('<svg xmlns="http://www.w3.org/2000/svg"/>');

    await expect.poll(said).toEqual([expect.stringContaining('not copied from a diagram (“<svg')]);
  });

  it('is told to be damaged when it is a half of what was copied here', () => {
    const whole = copied();

    for (const share of [0.1, 0.5, 0.95]) {
      messages.setState([], true);
      paste(whole.slice(0, Math.floor(whole.length * share)));

      expect(said()).toEqual([
        expect.stringMatching(/copied from a diagram, but cannot be read.*Copy it again/),
      ]);
    }
  });

  it('is told to be of a newer vpcanvas when it is', () => {
    paste('{"vpcanvasClipboard":{},"diagram":{"vpcanvas":99}}');

    expect(said()).toEqual([expect.stringContaining('newer vpcanvas')]);
  });

  it('is refused unread when it is huge', () => {
    paste('x'.repeat(21_000_000));

    expect(said()).toHaveLength(1);
    expect(said()[0]?.length).toBeLessThan(300);
  });

  it('changes nothing in the diagram', () => {
    const { store } = editor();
    const before = store.document;

    for (const text of ['hello', '[]', '<b>bold</b>', copied().slice(0, 60)])
      pasteText(editor(), text, false);

    expect(store.document).toBe(before);
  });
});

let made: ReturnType<typeof createEditor> | undefined;

function editor() {
  made ??= createEditor({
    catalog,
    document: emptyDocument,
    validator: { postMessage: () => undefined, addEventListener: () => undefined },
    random: () => 'x',
    // Only what opens a text asks the desk for more than this.
    onForeignText: (text, damage) => tellForeignText({ editor: editor() } as Desk, text, damage),
  });
  return made;
}

function paste(text: string): void {
  pasteText(editor(), text, false);
}

function copied(): string {
  const source = createEditor({
    catalog,
    document: emptyDocument,
    validator: { postMessage: () => undefined, addEventListener: () => undefined },
    random: () => 'y',
  });
  source.store.commit('addResource', { kind: 'vpc', id: 'vpc', name: 'Vpc', parentId: null, order: 'V' });
  source.session.setState({ selection: new Set(['vpc']) });
  return copySelection(source);
}

function said(): string[] {
  return messages.getState().map(({ words }) => words.en);
}
