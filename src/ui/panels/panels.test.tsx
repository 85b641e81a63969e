// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Profiler } from 'react';
import { call } from '../../core/commands';
import { arrow, box, sketch } from '../../core/model/sketch';
import type { Finding } from '../../core/rules/rule';
import { draw, type Drawn } from '../testing/draw';
import { BottomPanel } from './BottomPanel';
import { FlowsPanel } from './FlowsPanel';
import { ProblemsPanel } from './ProblemsPanel';

let drawn: Drawn | undefined;
afterEach(() => {
  drawn?.remove();
  drawn = undefined;
});

const design = sketch(
  box('vpc', 'Vpc', {}, box('subnet', 'Private', {}, box('instance', 'Web'), box('instance', 'Db'))),
  box('internet', 'Internet'),
  arrow('Web', 'Internet', { id: 'out' }),
);

const finding = (key: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'some-rule',
  severity: 'error',
  key,
  on: ['Web'],
  message: { en: `Fault ${key}`, ja: `問題 ${key}` },
  ...more,
});

const lines = () => [...document.querySelectorAll('.problem-message')].map(({ textContent }) => textContent);

describe('the list of problems', () => {
  it('goes to the field that is at fault', () => {
    drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
      panel: 'problems',
    });
    drawn.answer({ findings: [finding('a', { field: 'publicIp' })] });

    drawn.meanwhile(() => document.querySelector<HTMLElement>('.problem-main')?.click());

    const { selection, fieldInFocus } = drawn.editor.session.getState();
    expect([...selection]).toEqual(['Web']);
    expect(fieldInFocus).toEqual({ id: 'Web', field: 'publicIp' });
  });

  it('says where in its template a fault stands, whether or not its resource is drawn', () => {
    drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
      panel: 'problems',
    });
    const place = { file: 'net.yaml', line: 9, column: 7, property: 'VpcId' };

    drawn.answer({ findings: [finding('a', { place }), finding('b', { on: ['Queue'], place })] });
    const [first, second] = document.querySelectorAll<HTMLElement>('.problem-main');
    expect(first?.textContent).toContain('net.yaml:9:7');
    expect(second?.textContent).toContain('net.yaml:9:7');
    drawn.meanwhile(() => first?.click());
    drawn.meanwhile(() => second?.click());

    expect([...drawn.editor.session.getState().selection]).toEqual(['Web']);
  });

  it('counts a fault and its effects once, and puts the effect under its cause', () => {
    drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
      panel: 'problems',
    });

    drawn.answer({
      findings: [finding('effect', { on: ['out'], causedBy: 'cause' }), finding('cause'), finding('other')],
    });

    expect(lines()).toEqual(['Fault cause', 'Fault effect', 'Fault other']);
    expect(drawn.has('Problems2')).toBe(true);
  });

  it('shows only what is asked for', () => {
    drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
      panel: 'problems',
    });
    drawn.answer({
      findings: [finding('a'), finding('b', { on: ['Db'] }), finding('c', { severity: 'warning' })],
    });

    drawn.click('Error2');
    expect(lines()).toEqual(['Fault c']);
    drawn.click('Error2');
    drawn.type('Search problems', 'db');

    expect(lines()).toEqual(['Fault b']);
  });

  it('takes a reason for what is to be suppressed, keeps it in the diagram and shows it again', () => {
    drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
      panel: 'problems',
    });
    drawn.answer({ findings: [finding('some-rule:Web')] });

    drawn.click('Suppress…');
    drawn.type('Why is it all right here?', 'Only for a demonstration');
    drawn.click('Suppress');

    const { store } = drawn.editor;
    expect([...store.document.suppressions.values()]).toEqual([
      { finding: 'some-rule:Web', reason: 'Only for a demonstration' },
    ]);
    drawn.click('Suppressed 1');
    expect(drawn.text()).toContain('Only for a demonstration');
    drawn.click('Show again');
    expect(store.document.suppressions.size).toBe(0);
  });

  it('of a thousand draws only what is in sight', () => {
    drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
      panel: 'problems',
    });

    drawn.answer({ findings: Array.from({ length: 1000 }, (_, index) => finding(String(index))) });

    expect(lines().length).toBeGreaterThan(5);
    expect(lines().length).toBeLessThan(100);
    expect(drawn.has('Problems1000')).toBe(true);
  });

  it('is not drawn again by an answer that says the same', () => {
    const commits = vi.fn<() => void>();
    drawn = draw(
      <Profiler id="panel" onRender={commits}>
        <BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />
      </Profiler>,
      design,
      { panel: 'problems' },
    );
    const same = { findings: [finding('a'), finding('b', { fixes: [rename] })] };
    drawn.answer(same);
    commits.mockClear();

    drawn.answer(same);

    expect(commits).not.toHaveBeenCalled();
  });
});

const rename = {
  title: { en: 'Rename', ja: '名前を変更' },
  commands: [call('renameResource', { id: 'Web', name: 'Renamed' })],
};

describe('the table of flows', () => {
  it('draws a flow by keyboard alone: two ends and Enter', () => {
    drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
      panel: 'flows',
    });

    drawn.choose('From', 'Db');
    drawn.choose('To', 'Internet');
    drawn.type('Port', '５４３２');
    drawn.click('Add flow');

    const flow = drawn.editor.store.document.flows.get('flow-new1');
    expect(flow).toMatchObject({ from: 'Db', to: 'Internet', protocol: 'tcp', port: 5432 });
    expect([...drawn.editor.session.getState().selection]).toEqual(['flow-new1']);
  });

  it('changes a flow in its row, and keeps a port that is none out of the diagram', () => {
    drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
      panel: 'flows',
      selection: new Set(['out']),
    });
    const flow = () => drawn?.editor.store.document.flows.get('out');

    drawn.choose('Should be', 'Blocked');
    drawn.type('GB a month', '1,500');
    drawn.leave('GB a month');

    expect(flow()).toMatchObject({ expect: 'blocked', gbPerMonth: 1500 });
  });

  it('says when a flow does what it should not', () => {
    drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
      panel: 'flows',
    });
    expect(drawn.text()).toContain('Not yet computed');

    drawn.answer({
      traces: new Map([
        [
          'out',
          {
            verdict: 'blocked',
            resolution: null,
            forward: { disposition: 'no-route', steps: [] },
            return: null,
            blockedBy: [],
            unknowns: [],
          },
        ],
      ]),
    });

    expect(drawn.text()).toContain('not as expected');
  });
});

it('folds to its tabs, and unfolds at the one that is pressed', () => {
  drawn = draw(<BottomPanel problems={<ProblemsPanel />} flows={<FlowsPanel />} />, design, {
    panel: 'problems',
  });

  drawn.click('Fold panel');
  expect(drawn.editor.session.getState().panel).toBeNull();
  drawn.click('Flows1');

  expect(drawn.editor.session.getState().panel).toBe('flows');
});
