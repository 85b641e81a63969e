import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTemplate, type TemplateSource } from '../source/parseTemplate';
import { sameValue, toValue, valueOf } from '../source/syntax';
import type { CfnValue } from '../template';
import { thingAt, type NamedSection } from './occurrences';
import { renamed, whyNot } from './renameThing';

function read(text: string): TemplateSource {
  const source = parseTemplate('t', text);
  if (!('root' in source)) throw new Error(source.message.en);
  return source;
}

const text = `Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups: [{ Parameters: [Stage, Block] }]
    ParameterLabels: { Stage: { default: The Stage } }
Parameters:
  Stage: { Type: String } # Stage of Vpc
  Block: { Type: String }
Mappings:
  Sizes: { dev: { Vpc: small } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsBig: !And [!Condition IsProd, !Equals [!FindInMap [Sizes, !Ref Stage, Vpc], big]]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Condition: IsProd
    Properties: { CidrBlock: !Ref Block }
  Vpc2:
    Type: AWS::EC2::VPC
    DependsOn: [Vpc]
    Properties:
      CidrBlock: !GetAtt Vpc.CidrBlock
      Tags:
        - { Key: Vpc, Value: !Sub '\${Vpc} \${Vpc2} \${!Vpc} \${Vpc.VpcId} \${Stage}' }
        - { Key: a, Value: !Sub ['\${Vpc}', { Vpc: !Ref Stage }] }
        - { Key: b, Value: !If [IsProd, { "Fn::GetAtt": ["Vpc", "Arn"] }, Vpc] }
`;

const after = (section: NamedSection, name: string, to: string): string =>
  renamed(read(text), { section, name }, to).text;

test('a resource is renamed where it is defined and where it is meant, and nowhere else', () => {
  expect(after('Resources', 'Vpc', 'Network')).toBe(
    text
      .replace('  Vpc:\n', '  Network:\n')
      .replace('DependsOn: [Vpc]', 'DependsOn: [Network]')
      .replace('!GetAtt Vpc.', '!GetAtt Network.')
      .replace("'${Vpc} ${Vpc2} ${!Vpc} ${Vpc.VpcId}", "'${Network} ${Vpc2} ${!Vpc} ${Network.VpcId}")
      .replace('["Vpc", "Arn"]', '["Network", "Arn"]'),
  );
});

test('a parameter is renamed for the console as well', () => {
  const now = after('Parameters', 'Stage', 'Step');

  expect(now).toContain('Parameters: [Step, Block]');
  expect(now).toContain('ParameterLabels: { Step: { default: The Stage } }');
  expect(now).toContain('Step: { Type: String } # Stage of Vpc');
  expect(now).toContain('${Step}');
  expect(now.match(/!Ref Step/g)).toHaveLength(3);
  expect(now).not.toMatch(/!Ref Stage/);
});

test('a condition and a mapping have references of their own', () => {
  const condition = after('Conditions', 'IsProd', 'IsLive');
  expect(condition).toContain('  IsLive: !Equals');
  expect(condition).toContain('!Condition IsLive');
  expect(condition).toContain('Condition: IsLive\n');
  expect(condition).toContain('!If [IsLive,');
  expect(condition).not.toContain('IsProd');
  expect(after('Mappings', 'Sizes', 'Kinds')).toBe(text.replaceAll('Sizes', 'Kinds'));
});

test('the name under the cursor is known at its definition and at a reference', () => {
  const source = read(text);

  expect(thingAt(source, text.indexOf('Vpc.CidrBlock') + 1)).toEqual({ section: 'Resources', name: 'Vpc' });
  expect(thingAt(source, text.indexOf('Vpc2:') + 4)).toEqual({ section: 'Resources', name: 'Vpc2' });
  expect(thingAt(source, text.indexOf('${Stage}') + 3)).toEqual({ section: 'Parameters', name: 'Stage' });
  expect(thingAt(source, text.indexOf('Key: Vpc') + 5)).toBeUndefined();
});

test('a name that is taken, or that CloudFormation does not take, is refused', () => {
  const source = read(text);
  const vpc = { section: 'Resources', name: 'Vpc' } as const;

  expect(whyNot(source, vpc, 'Stage')?.en).toContain('another “Stage” under Parameters');
  expect(whyNot(source, vpc, 'a-b')?.en).toContain('letters and digits');
  expect(whyNot(source, vpc, 'IsProd')).toBeUndefined();
  expect(whyNot(source, vpc, 'Vpc')).toBeUndefined();
});

const folder = 'examples/templates';
const examples = readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`);

/** The value with one name for another, wherever it stands as a whole text or as a variable. */
function withoutName(value: CfnValue, name: string): string {
  return JSON.stringify(value).replaceAll(name, '');
}

test.each(examples)('every resource of %s can be renamed and named back', (file) => {
  const source = read(readFileSync(file, 'utf8'));
  const resources = valueOf(source.root, 'Resources');
  if (resources?.is !== 'map') return;
  for (const name of [...resources.entries.keys()].filter((each) => /^[A-Za-z0-9]+$/.test(each))) {
    const { text: changed } = renamed(source, { section: 'Resources', name }, 'Zq0Renamed');
    const read2 = read(changed);

    expect(sameValue(toValue(read2.root), toValue(source.root))).toBe(false);
    expect(withoutName(toValue(read2.root), 'Zq0Renamed').length).toBeLessThanOrEqual(
      JSON.stringify(toValue(source.root)).length,
    );
    expect(renamed(read2, { section: 'Resources', name: 'Zq0Renamed' }, name).text).toBe(source.text);
  }
});
