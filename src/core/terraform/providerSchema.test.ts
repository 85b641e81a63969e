/**
 * Everything that is written is something that the provider takes: the table of its types is made from the schema that HashiCorp
 * publishes of hashicorp/aws 6.25.0. https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs
 */
import { describe, expect, test } from 'vitest';
import { tableOf, translationOf, typesWithTables } from '../../awsTerraform';
import { exampleTemplates } from '../../testing/provenTemplates';
import { providerTypes } from '../../testing/terraform/providerSchema';
import { schemaFaults } from '../../testing/terraform/schemaFaults';
import { otherSamples } from '../../testing/terraform/otherSamples';
import { wholeTemplate } from '../../testing/terraform/wholeTemplates';
import type { CfnTemplate } from '../cfn/template';
import { address, attributeOf, text, type HclItem } from './hcl';
import { readModule } from './readModule';

const options = { region: 'ap-northeast-1', name: 'network' };

function moduleOf(template: CfnTemplate): readonly HclItem[] {
  const { main, variables, outputs } = readModule(template, translationOf, options);
  return [...variables, ...main, ...outputs];
}

describe('the provider takes', () => {
  test.each([...exampleTemplates()])('$name', ({ template }) => {
    expect(schemaFaults(moduleOf(template))).toEqual([]);
  });

  test.each([...typesWithTables])('every property of %s that has a rule', (type) => {
    const table = tableOf(type);
    if (table === undefined) throw new Error(`${type} has no table`);

    for (const sample of otherSamples[type] ?? [{}]) {
      const faults = schemaFaults(moduleOf(wholeTemplate(type, table, sample)));

      // With every property at once, some stand where another is already: that is no fault of the table.
      expect(faults.filter((fault) => !/must be there|more than once/.test(fault))).toEqual([]);
    }
  });

  test.each([...typesWithTables])('what is asked of %s', (type) => {
    const table = tableOf(type);
    const asked = ['Ref', ...Object.keys(table?.attributes ?? {})];
    const needed = Object.fromEntries((table?.needs ?? []).map((name) => [name, 'x']));
    const template: CfnTemplate = {
      Parameters: {},
      Resources: { Whole: { Type: type, Properties: needed } },
      Outputs: Object.fromEntries(
        asked.map((name, index) => [
          `Out${index}`,
          { Value: name === 'Ref' ? { Ref: 'Whole' } : { 'Fn::GetAtt': ['Whole', name] } },
        ]),
      ),
    };
    const { outputs, variables } = readModule(template, translationOf, options);

    if (table?.isGroup !== true) expect(schemaFaults(outputs)).toEqual([]);
    expect(outputs).toHaveLength(asked.length);
    expect(variables.filter(({ labels }) => labels[0] !== 'stack_name')).toEqual([]);
  });
});

describe('the table of the provider', () => {
  test('has all types that are written', () => {
    expect(providerTypes().size).toBeGreaterThan(90);
    expect(providerTypes().get('resource aws_subnet')?.members.get('vpc_id')).toMatchObject({
      takes: 'text',
      isRequired: true,
    });
    expect(providerTypes().get('resource aws_vpc')?.members.get('main_route_table_id')).toMatchObject({
      isGiven: true,
    });
  });

  test('is asked indeed', () => {
    const resource = (body: readonly HclItem[], type = 'aws_subnet'): readonly string[] =>
      schemaFaults([{ is: 'block', type: 'resource', labels: [type, 'x'], body }]);
    const set = (name: string, value: Parameters<typeof attributeOf>[0]): HclItem => ({
      is: 'attribute',
      name,
      value,
    });
    const vpc = set('vpc_id', attributeOf(address('aws_vpc.main'), 'id'));

    expect(resource([vpc])).toEqual([]);
    expect(resource([])).toEqual(['aws_subnet.x: vpc_id must be there']);
    expect(resource([vpc, set('cidr', text('x'))])).toEqual(['aws_subnet.x: cidr is unknown']);
    expect(resource([vpc, set('arn', text('x'))])).toEqual(['aws_subnet.x: arn cannot be said']);
    expect(resource([vpc, set('map_public_ip_on_launch', text('x'))])).toEqual([
      'aws_subnet.x: map_public_ip_on_launch takes truth, not text',
    ]);
    expect(resource([set('vpc_id', attributeOf(address('aws_vpc.main'), 'vpc_id'))])).toEqual([
      'aws_subnet.x: aws_vpc.main gives no vpc_id',
    ]);
    expect(resource([vpc, { is: 'block', type: 'tags', labels: [], body: [] }])).toEqual([
      'aws_subnet.x: tags is no block',
    ]);
    expect(resource([], 'aws_subnets')).toEqual(['aws_subnets.x: the provider has no resource aws_subnets']);
  });
});
