/**
 * A reference that leads to nothing is no reason to conclude anything: CloudFormation would refuse the template, and what
 * its author meant is only likely.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html
 */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { opened, reopened, traceOf } from '../../testing/opened';
import { slips, type Slip } from '../../testing/slips';
import { sound } from '../../testing/soundTemplate';
import { documentAfter } from '../plans/plan';
import { mergeDocuments } from '../store/mergeDocuments';
import { exportTemplate } from './exportTemplate';
import { templateFindings } from './templateFindings';
import { templateText } from './templateText';

const slipped = ({ line, faulty }: Slip): string => {
  expect(sound.split(line), line).toHaveLength(2);
  return sound.replace(line, () => faulty);
};

test.each(slips)('the sound template decides about $what', ({ decides, otherwise }) => {
  expect(traceOf(opened(sound), decides).verdict).toBe(otherwise);
});

describe.each(slips)('$what, when it is faulty,', (slip) => {
  const { decides, otherwise, other, same } = slip;

  test('is one finding that says what was likely meant', () => {
    const findings = templateFindings(catalog, opened(slipped(slip)));

    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'error', fixes: [{ title: {} }] });
  });

  test('makes what it decides unknown, and says why', () => {
    const { verdict, unknowns, blockedBy } = traceOf(opened(slipped(slip)), decides);

    expect(verdict).toBe('unknown');
    expect(blockedBy).toEqual([]);
    expect(unknowns.map(({ en }) => en)).toContainEqual(expect.stringContaining('only likely'));
    expect(unknowns.map(({ ja }) => ja)).toContainEqual(expect.stringContaining('確実ではありません'));
  });

  test('changes nothing else', () => {
    expect(traceOf(opened(slipped(slip)), other).verdict).toBe(same);
  });

  test('stays in doubt when the diagram is saved, opened again and put beside another', () => {
    const again = reopened(opened(slipped(slip)));
    const beside = mergeDocuments(catalog, [opened(sound), again]);
    const renamed = decides.replace(/\b(?:Web|App|Caller|Vault)\b/g, (id) => `${id}-2`);

    expect(traceOf(again, decides).verdict).toBe('unknown');
    expect(traceOf(beside, renamed).verdict).toBe('unknown');
    expect(traceOf(beside, decides).verdict).toBe(otherwise);
  });

  test('is mended by its fix, in the diagram and in the template', () => {
    const document = reopened(opened(slipped(slip)));
    const [finding] = templateFindings(catalog, document);
    const [fix] = finding?.fixes ?? [];
    if (fix === undefined) throw new Error('there is a fix');

    const mended = documentAfter({ catalog }, document, fix);

    expect(traceOf(mended, decides)).toMatchObject({ verdict: otherwise });
    expect(templateFindings(catalog, mended)).toEqual([]);
    const { text } = templateText(exportTemplate(catalog, mended).template, 'yaml');
    expect(templateFindings(catalog, opened(text))).toEqual([]);
    expect(exportTemplate(catalog, opened(text)).template.Resources).toEqual(
      exportTemplate(catalog, opened(sound)).template.Resources,
    );
  });
});
