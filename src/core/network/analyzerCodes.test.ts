import { describe, expect, test } from 'vitest';
import { families, leftOut, type Shown } from '../../testing/analyzerDesigns';
import { notReachableCodes } from './analyzerCodes';
import { compileNetwork } from './network';

const shown = families.flatMap((family) => Object.entries(family));

// https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
describe('the codes of AWS’s analyser for what is not reachable', () => {
  test('each has one design that shows it, or a reason why none does', () => {
    const codes = [...shown.map(([code]) => code), ...Object.keys(leftOut)];

    expect(codes.sort()).toEqual([...notReachableCodes].sort());
    expect(notReachableCodes).toHaveLength(71);
  });

  test.each(shown)('%s', (analyzerCode, { design, flow, blamed, code, losingRow }: Shown) => {
    const trace = compileNetwork(design).trace(flow);

    const [first] = trace.blockedBy;
    expect(trace.verdict).toBe('blocked');
    expect([first?.resource, first?.code]).toEqual([blamed, code]);
    if (losingRow === undefined) expect(first?.analyzerCode).toBe(analyzerCode);
    else
      expect(trace.forward.steps.at(-1)?.lost).toContainEqual(
        expect.objectContaining({ row: losingRow, analyzerCode }),
      );
  });
});
