import { describe, expect, test } from 'vitest';
import { catalog } from '../aws';
import { addressPlan } from '../core/addresses/addressPlan';
import { faultsOf, nextFree } from '../core/addresses/proposals';
import { box, sketch, type Box } from '../core/model/sketch';
import { blockOf, blockText, type Block } from '../lib/cidr';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { addPart, changeBlock, mend } from './planning';

const block = (text: string): Block => {
  const found = blockOf(text);
  if (found === undefined) throw new Error(`${text} is no block`);
  return found;
};

function planned(...inside: readonly Box[]) {
  const drawn = testEditor(sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/20' }, ...inside)));
  return { ...drawn, plan: () => planOf(drawn) };
}

function planOf({ editor }: Pick<TestEditor, 'editor'>) {
  const plan = addressPlan(catalog, editor.store.document, 'Vpc');
  const [space] = plan?.spaces ?? [];
  if (plan === undefined || space === undefined) throw new Error('Vpc has no plan');
  return { plan, space };
}

describe('a step of the planner', () => {
  test('is one step of undo', () => {
    const drawn = planned(box('subnet', 'A', { cidr: '10.0.0.0/24' }));
    const { plan, space } = drawn.plan();

    const outcome = changeBlock(drawn.editor, plan, 'A', { space, block: block('10.0.4.0/22') });

    expect(outcome).toMatchObject({ isRefused: false, says: { en: 'A is now 10.0.4.0/22' } });
    expect(planOf(drawn).plan.subnets[0]).toMatchObject({ ipv4: block('10.0.4.0/22') });
    drawn.editor.store.undo();
    expect(planOf(drawn).plan.subnets[0]).toMatchObject({ ipv4: block('10.0.0.0/24') });
    expect(drawn.editor.store.undoLabel).toBeUndefined();
  });

  test('that is refused changes nothing, and says why', () => {
    const drawn = planned(
      box('subnet', 'A', { cidr: '10.0.0.0/24' }),
      box('subnet', 'B', { cidr: '10.0.1.0/24' }),
    );
    const { plan, space } = drawn.plan();

    const outcome = changeBlock(drawn.editor, plan, 'A', { space, block: block('10.0.0.0/23') });

    expect(outcome).toEqual({
      isRefused: true,
      says: {
        en: 'A stays as it is: 10.0.0.0/23 overlaps B (10.0.1.0/24)',
        ja: 'A は変更しませんでした。10.0.0.0/23 は B (10.0.1.0/24) と重複します',
      },
    });
    expect(drawn.editor.store.undoLabel).toBeUndefined();
  });

  test('that makes a subnet takes the block and leaves the rest to what is proposed there', () => {
    const drawn = planned(box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }));
    const { plan } = drawn.plan();
    const place = nextFree(plan, 4, 26);
    if (place === undefined) throw new Error('nothing is free');

    const { id, isRefused } = addPart(drawn.editor, plan, place);

    const made = drawn.editor.store.document.resources.get(id ?? '');
    expect(isRefused).toBe(false);
    expect(made).toMatchObject({ parentId: 'Vpc', props: { cidr: '10.0.1.0/26', zone: 'ap-northeast-1c' } });
    drawn.editor.store.undo();
    expect(drawn.editor.store.document.resources.size).toBe(2);
  });

  test('makes a subnet in the Availability Zone box with the fewest, where subnets stand in such boxes', () => {
    const drawn = planned(
      box(
        'availability-zone',
        'ZoneA',
        { zone: 'ap-northeast-1a' },
        box('subnet', 'A', { cidr: '10.0.0.0/24' }),
      ),
      box('availability-zone', 'ZoneC', { zone: 'ap-northeast-1c' }),
    );
    const { plan, space } = drawn.plan();

    const { id } = addPart(drawn.editor, plan, { space, block: block('10.0.8.0/24') });

    expect(drawn.editor.store.document.resources.get(id ?? '')?.parentId).toBe('ZoneC');
  });

  test('mends what is wrong, by the block that it proposes', () => {
    const drawn = planned(
      box('subnet', 'A', { cidr: '10.0.0.0/24' }),
      box('subnet', 'B', { cidr: '10.9.0.0/24' }),
    );
    const { plan } = drawn.plan();
    const [fault] = faultsOf(plan);
    if (fault === undefined) throw new Error('nothing is wrong');

    mend(drawn.editor, plan, fault);

    expect(faultsOf(planOf(drawn).plan)).toEqual([]);
    expect(planOf(drawn).plan.subnets.map(({ ipv4 }) => ipv4 && 'first' in ipv4 && blockText(ipv4))).toEqual([
      '10.0.0.0/24',
      '10.0.1.0/24',
    ]);
  });

  test('gives the VPC an IPv6 block where a subnet takes a number of one', () => {
    const drawn = planned(box('subnet', 'A', { cidr: '10.0.0.0/24', ipv6: 3 }));
    const { plan } = drawn.plan();
    const [fault] = faultsOf(plan);
    if (fault === undefined) throw new Error('nothing is wrong');

    mend(drawn.editor, plan, fault);

    expect(drawn.get('Vpc').props).toMatchObject({ ipv6: true });
    expect(faultsOf(planOf(drawn).plan)).toEqual([]);
  });
});
