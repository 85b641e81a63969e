import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { validate } from '../rules/validate';
import { importTemplates, type ImportOptions } from './importTemplates';

function read(zones: readonly string[], options: ImportOptions = {}) {
  const text = `
Parameters: { Zone: { Type: String, Default: '' } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
${zones
  .map(
    (zone, index) => `
  Subnet${index}:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.${index}.0/24, AvailabilityZone: ${zone} }
`,
  )
  .join('')}`;
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }], options);
  const found = validate(catalog, rules, document).findings.map(({ rule }) => rule);
  return { region: document.settings.region, isWrong: found.includes('zone-not-in-region') };
}

test('a template that names zones of one Region is one of that Region', () => {
  expect(read(['us-east-1a', 'us-east-1b'])).toEqual({ region: 'us-east-1', isWrong: false });
  expect(read(['!Ref Zone'], { parameters: { Zone: 'eu-west-1b' } }).region).toBe('eu-west-1');
});

test('a Region that was asked for is the one, whatever the template names', () => {
  expect(read(['us-east-1a'], { region: 'eu-west-1' })).toEqual({ region: 'eu-west-1', isWrong: true });
});

test('a template that names no zones, or those of several Regions, says nothing of its Region', () => {
  expect(read(["!Select [0, !GetAZs '']"]).region).toBe('ap-northeast-1');
  expect(read(['us-east-1a', 'eu-west-1a'])).toEqual({ region: 'ap-northeast-1', isWrong: true });
});
