/** The parser is HashiCorp's own: https://www.npmjs.com/package/@cdktf/hcl2json */
import { describe, expect, test } from 'vitest';
import { exampleTemplates } from '../../testing/provenTemplates';
import { expectSameReferences } from '../../testing/terraform/expectSameReferences';
import { provenConfiguration, usedIn } from '../../testing/terraform/provenConfiguration';

describe('the configuration of an example is read by the parser, and has the references of the template', () => {
  test.each([...exampleTemplates()])('$name', async ({ template }) => {
    const proven = await provenConfiguration(template);

    expectSameReferences(template, proven);
    // The ids of things that AWS has made stand there only where the template has them.
    const ids = /\b(?:vpc|subnet|sg|rtb|igw|nat|eni|eipalloc|tgw|vgw|acl)-[0-9a-f]{8,}/g;
    const stated = new Set(JSON.stringify(template).match(ids));
    expect((proven.text.match(ids) ?? []).filter((each) => !stated.has(each))).toEqual([]);
  });
});

test('a reference that is lost is noticed', async () => {
  const [first] = exampleTemplates();
  if (first === undefined) throw new Error('there are no examples');
  const proven = await provenConfiguration(first.template);
  const lost = {
    ...proven,
    blocksOf: (id: string) =>
      proven.blocksOf(id).map((block) => ({ ...block, body: { ...block.body, vpc_id: 'vpc-1' } })),
  };

  expect(usedIn(proven.parsed).size).toBeGreaterThan(5);
  expect(() => expectSameReferences(first.template, lost)).toThrow(/to deeply equal/);
});
