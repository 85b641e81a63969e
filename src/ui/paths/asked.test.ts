import { describe, expect, test } from 'vitest';
import { arrow, box, sketch } from '../../core/model/sketch';
import type { ComparedEnd, Comparing } from '../../editor/session';
import { testEditor, type TestEditor } from '../../testing/testEditor';
import { askedBySelection, askedIn, askedOf, isSameQuestion, nothingAsked, undrawnEnds } from './asked';

function drawing(): TestEditor {
  return testEditor(
    sketch(
      box(
        'region',
        'Region',
        {},
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Private', { cidr: '10.0.1.0/24' }, box('instance', 'Web'), box('instance', 'Batch')),
          box('nat-gateway', 'Nat'),
        ),
        box('aws-service', 'Queue', { service: 'sqs' }),
      ),
      arrow('Web', 'Queue', { gbPerMonth: 70 }),
    ),
  );
}

const at = (resource: string): ComparedEnd => ({ resource });
const bucket: ComparedEnd = { kind: 'aws-service', preset: 'S3' };

function asked({ editor }: TestEditor, given: Partial<Comparing>) {
  const found = askedIn(editor, { ...nothingAsked, ...given });
  if ('because' in found) throw new Error(found.because.en);
  return found;
}

function whyNot({ editor }: TestEditor, given: Partial<Comparing>): string | undefined {
  const found = askedIn(editor, { ...nothingAsked, ...given });
  return 'because' in found ? found.because.en : undefined;
}

describe('the flow that is compared', () => {
  test('is the drawn one that asks the same, with its traffic', () => {
    const canvas = drawing();

    const { flow, commands, base } = asked(canvas, { from: at('Web'), to: at('Queue') });

    expect(flow).toMatchObject({ id: 'Web→Queue', gbPerMonth: 70 });
    expect(commands).toEqual([]);
    expect(base).toBe(canvas.document);
  });

  test('is drawn in a copy where it is not drawn, with a service beside the network of its source', () => {
    const canvas = drawing();
    const before = canvas.document;

    const { base, flow, commands } = asked(canvas, { from: at('Batch'), to: bucket, gb: 5 });

    expect(canvas.document).toBe(before);
    expect(commands.length).toBeGreaterThan(1);
    expect(flow).toMatchObject({ from: 'Batch', port: 443, gbPerMonth: 5 });
    expect(base.resources.get(flow.to)).toMatchObject({
      kind: 'aws-service',
      parentId: 'Region',
      props: { service: 's3' },
    });
  });

  test('goes on between its ends when its arrow is deleted', () => {
    const canvas = drawing();
    const question = askedOf(canvas.document.flows.get('Web→Queue') ?? expect.fail('no arrow'));
    canvas.editor.store.commit('deleteFlows', { ids: ['Web→Queue'] });

    const { flow } = asked(canvas, question);

    expect(flow).toMatchObject({ from: 'Web', to: 'Queue', protocol: 'tcp', port: 443 });
  });

  test('is none where an end is missing, gone, or both ends are one', () => {
    const canvas = drawing();
    const question = askedOf(canvas.document.flows.get('Web→Queue') ?? expect.fail('no arrow'));

    expect(whyNot(canvas, {})).toBe('Which traffic?');
    expect(whyNot(canvas, { from: at('Web') })).toBe('Which traffic?');
    expect(whyNot(canvas, { from: at('Web'), to: at('Web') })).toBe('Source and destination are the same');
    canvas.editor.store.commit('deleteResources', { ids: ['Queue'] });
    expect(whyNot(canvas, question)).toBe('The destination was deleted');
    canvas.editor.store.commit('deleteResources', { ids: ['Web'] });
    expect(whyNot(canvas, question)).toBe('The source was deleted');
  });

  test('offers what could be an end and is not drawn, but not what is', () => {
    const { editor } = drawing();

    const offered = undrawnEnds(editor).map(({ label }) => label.en);

    expect(offered).toContain('Amazon S3');
    expect(offered).toContain('Internet');
    expect(offered).not.toContain('Amazon SQS');
    expect(offered).not.toContain('EC2 instance');
  });
});

describe('what is selected asks', () => {
  const selected = (...ids: readonly string[]): Comparing => {
    const { editor } = drawing();
    editor.session.setState({ selection: new Set(ids) });
    return askedBySelection(editor);
  };

  test('for the ways of an arrow', () => {
    expect(selected('Web→Queue')).toMatchObject({ flow: 'Web→Queue', from: at('Web'), to: at('Queue') });
  });

  test('for those between two resources, from the one in a network to the one in none, as they are drawn', () => {
    expect(selected('Web', 'Queue')).toMatchObject({ flow: 'Web→Queue' });
    expect(selected('Queue', 'Batch')).toMatchObject({ flow: null, from: at('Batch'), to: at('Queue') });
    expect(selected('Web', 'Batch')).toMatchObject({ from: at('Web'), to: at('Batch') });
  });

  test('for those from one resource, whose other end is to be chosen', () => {
    expect(selected('Batch')).toMatchObject({ flow: null, from: at('Batch'), to: null });
  });

  test('for nothing where it is something else', () => {
    expect(selected()).toBe(nothingAsked);
    expect(selected('Nat')).toBe(nothingAsked);
    expect(selected('Web', 'Batch', 'Queue')).toBe(nothingAsked);
  });
});

test('which way is shown is no part of the question', () => {
  const one = { ...nothingAsked, from: at('Web'), to: bucket };

  expect(isSameQuestion(one, { ...one, shown: 2, count: 4 })).toBe(true);
  expect(isSameQuestion(one, { ...one, to: { kind: 'aws-service', preset: 'SQS' } })).toBe(false);
  expect(isSameQuestion(one, { ...one, gb: 5 })).toBe(false);
});
