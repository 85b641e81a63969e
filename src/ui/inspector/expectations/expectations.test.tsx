// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { actionById } from '../../../editor/actions';
import { box, noInternetFrom, sketch, type SketchedScope } from '../../../core/model/sketch';
import type { Finding } from '../../../core/rules/rule';
import { draw, type Drawn } from '../../testing/draw';
import { Inspector } from '../Inspector';

let drawn: Drawn | undefined;
afterEach(() => {
  drawn?.remove();
  drawn = undefined;
});

const network = (...more: SketchedScope[]) =>
  sketch(
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/16' },
      box('subnet', 'Private', { cidr: '10.0.1.0/24' }, box('instance', 'Db')),
      box('subnet', 'Public', { cidr: '10.0.0.0/24' }, box('instance', 'Web')),
    ),
    ...more,
  );

const scopes = ({ editor }: Drawn) => [...editor.store.document.scopes.values()];
const said = (from: Drawn) => scopes(from).flatMap(({ expectations }) => Object.values(expectations));

describe('expectations in the inspector', () => {
  it('begin with “nothing in here reaches the internet”, then that nothing is reached from it, each one undo step', () => {
    drawn = draw(<Inspector />, network(), { selection: new Set(['Private']) });

    drawn.click('Expect…');
    drawn.click('Expect…');

    expect(scopes(drawn)).toHaveLength(1);
    expect(said(drawn)).toMatchObject([
      { direction: 'out', other: { internet: true }, port: null, expect: 'blocked' },
      { direction: 'in', other: { internet: true }, port: null, expect: 'blocked' },
    ]);
    drawn.meanwhile(({ store }) => store.undo());
    drawn.meanwhile(({ store }) => store.undo());
    expect(scopes(drawn)).toEqual([]);
  });

  it('are changed in place: who, which way, on which port', () => {
    drawn = draw(<Inspector />, network(), { selection: new Set(['Private']) });
    drawn.click('Expect…');

    drawn.choose('What is expected', 'Nothing in here is reached from');
    drawn.choose('The other end', 'Public');
    drawn.choose('Protocol', 'TCP');
    drawn.type('Port', '22');
    drawn.press('Port', 'Enter');

    expect(said(drawn)).toEqual([
      { direction: 'in', other: { resource: 'Public' }, protocol: 'tcp', port: 22, expect: 'blocked' },
    ]);
    drawn.click('Remove expectation');
    expect(scopes(drawn)).toEqual([]);
  });

  it('say who breaks them once the worker has answered, and that they hold where nobody does', () => {
    drawn = draw(<Inspector />, network(noInternetFrom('Private')), { selection: new Set(['Private']) });
    const [scope] = scopes(drawn);
    const finding = {
      rule: 'scope-reaches-internet',
      severity: 'error',
      key: 'k',
      on: ['Db', scope?.id ?? ''],
      field: 'expectations.out',
      message: { en: 'Db does', ja: 'Db が到達できます' },
    } as const satisfies Finding;

    expect(drawn.text()).not.toContain('Holds');
    drawn.answer({ findings: [finding] });

    expect(drawn.text()).toContain('Db does');
    expect(drawn.text()).toContain('Holds');
  });

  it('are told of whatever stands in the box that they are about', () => {
    drawn = draw(<Inspector />, network(noInternetFrom('Private')), { selection: new Set(['Db']) });

    expect(drawn.text()).toContain('nothing in Private reaches the internet');
  });

  it('are made for all that is selected, by the action that menus and the palette show', () => {
    drawn = draw(<Inspector />, network(), { selection: new Set(['Private', 'Public']) });

    drawn.meanwhile((editor) => actionById('add-expectation')?.run(editor));

    expect(scopes(drawn).map(({ members }) => members)).toEqual([{ Private: true, Public: true }]);
  });
});
