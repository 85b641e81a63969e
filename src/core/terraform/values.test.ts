import { describe, expect, test } from 'vitest';
import { exampleTemplates } from '../../testing/provenTemplates';
import { expectSameValues } from '../../testing/terraform/expectSameValues';
import { provenConfiguration } from '../../testing/terraform/provenConfiguration';

describe('the configuration of an example says what the template says', () => {
  test.each([...exampleTemplates()])('$name', async ({ template }) => {
    expectSameValues(template, await provenConfiguration(template));
  });
});

test('a value that is another is noticed', async () => {
  const [first] = exampleTemplates();
  if (first === undefined) throw new Error('there are no examples');
  const proven = await provenConfiguration(first.template);
  const wrong = {
    ...proven,
    blocksOf: (id: string) =>
      proven
        .blocksOf(id)
        .map((block) =>
          block.type === 'aws_vpc' ? { ...block, body: { ...block.body, cidr_block: '9.9.9.0/24' } } : block,
        ),
  };

  expect(() => expectSameValues(first.template, wrong)).toThrow(/to deeply equal/);
});
