import { describe, expect, test } from 'vitest';
import { outlineOf } from '../reread/outline';
import { parseTemplate } from '../source/parseTemplate';
import { completionsAt } from './completions';
import { namesInText } from './namesInText';
import { definitionOf, lookUp } from './lookUp';
import { placeInText } from './textPlace';

const yaml = `Parameters:
  Office: { Type: String }
Conditions:
  IsLarge: !Equals [!Ref Office, large]
Mappings:
  Sizes: { a: { b: c } }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  Front:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: shop
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 80
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref Front
`;

function namesOf(text: string) {
  const source = parseTemplate('t', text);
  if (!('root' in source)) throw new Error(source.message.en);
  return outlineOf(source);
}

/** What is offered at `|` in a text that replaces a piece of the template, or is put at its end. */
function offered(written: string, format: 'yaml' | 'json' = 'yaml', base = yaml): readonly string[] {
  const offset = written.indexOf('|');
  const text = written.replace('|', '');
  const place = placeInText(text, offset, format);
  if (place === undefined) return [];
  const { from, options } = completionsAt(place, namesOf(base), format);
  const word = text.slice(from, offset);
  return options.map((each) => each.text).filter((each) => each.toLowerCase().startsWith(word.toLowerCase()));
}

const instead = (piece: string, by: string): string => {
  if (!yaml.includes(piece)) throw new Error(`${piece} is not in the template`);
  return yaml.replace(piece, by);
};

test('what a property is for is marked among the names', () => {
  const text = instead('SubnetId: !Ref Front', 'SubnetId: !Ref ');
  const place = placeInText(text, text.indexOf('SubnetId: !Ref ') + 'SubnetId: !Ref '.length, 'yaml');
  if (place === undefined) throw new Error('the cursor is at a value');

  const { options } = completionsAt(place, namesOf(yaml), 'yaml');

  expect(options.filter(({ isExpected }) => isExpected).map((each) => each.text)).toEqual(['Front']);
});

describe('in YAML there are offered', () => {
  test('the names of resources, parameters and pseudo parameters behind !Ref', () => {
    expect(offered(instead('SubnetId: !Ref Front', 'SubnetId: !Ref |'))).toEqual(
      expect.arrayContaining(['Vpc', 'Front', 'Office', 'AWS::Region']),
    );
    expect(offered(instead('SubnetId: !Ref Front', 'SubnetId: !Ref Fr|'))).toEqual(['Front']);
    expect(offered(instead('VpcId: !Ref Vpc', 'VpcId:\n        Ref: V|'))).toEqual(['Vpc']);
  });

  test('the same within brackets', () => {
    expect(offered(instead('{ CidrBlock: 10.0.0.0/16 }', '{ CidrBlock: !Select [0, !Ref Of|'))).toEqual([
      'Office',
    ]);
  });

  test('resources that have attributes behind !GetAtt, and behind the dot their attributes', () => {
    expect(offered(instead('SubnetId: !Ref Front', 'SubnetId: !GetAtt V|'))).toEqual(['Vpc']);
    expect(offered(instead('SubnetId: !Ref Front', 'SubnetId: !GetAtt Vpc.Ci|'))).toEqual([
      'Vpc.CidrBlock',
      'Vpc.CidrBlockAssociations',
    ]);
  });

  test('names and attributes in a text that names are put into', () => {
    expect(offered(instead('GroupDescription: shop', 'GroupDescription: !Sub "of ${Off|'))).toEqual([
      'Office',
    ]);
    expect(offered(instead('GroupDescription: shop', 'GroupDescription: !Sub "${Vpc.VpcI|'))).toEqual([
      'Vpc.VpcId',
    ]);
    expect(offered(instead('GroupDescription: shop', 'GroupDescription: !Sub "${Office} f|'))).toEqual([]);
  });

  test('the resources that one can depend on, but not itself', () => {
    expect(
      offered(instead('    Type: AWS::EC2::NatGateway', '    Type: AWS::EC2::NatGateway\n    DependsOn: |')),
    ).toEqual(['Vpc', 'Front', 'Group']);
    expect(
      offered(
        instead(
          '    Type: AWS::EC2::NatGateway',
          '    Type: AWS::EC2::NatGateway\n    DependsOn:\n      - Fr|',
        ),
      ),
    ).toEqual(['Front']);
  });

  test('conditions and mappings where they are named', () => {
    expect(offered(instead('SubnetId: !Ref Front', 'SubnetId: !If [Is|'))).toEqual(['IsLarge']);
    expect(offered(instead('SubnetId: !Ref Front', 'SubnetId: !FindInMap [S|'))).toEqual(['Sizes']);
    expect(
      offered(instead('    Type: AWS::EC2::NatGateway', '    Type: AWS::EC2::NatGateway\n    Condition: |')),
    ).toEqual(['IsLarge']);
  });

  test('resource types', () => {
    expect(offered(instead('Type: AWS::EC2::NatGateway', 'Type: AWS::EC2::Nat|'))).toEqual([
      'AWS::EC2::NatGateway',
    ]);
    expect(offered(instead('Type: AWS::EC2::NatGateway', 'Type: AWS::SQS::Qu|'))).toContain(
      'AWS::SQS::Queue',
    );
  });

  test('the properties of the resource’s type that it has not yet, at their indentation', () => {
    const names = offered(instead('      CidrBlock: 10.0.1.0/24', '      CidrBlock: 10.0.1.0/24\n      |'));

    expect(names).toContain('AvailabilityZone');
    expect(names).not.toContain('CidrBlock');
    expect(names).not.toContain('VpcId');
  });

  test('the properties of an object within, in a list too', () => {
    const names = offered(instead('          FromPort: 80', '          FromPort: 80\n          |'));

    expect(names).toContain('ToPort');
    expect(names).not.toContain('FromPort');
    expect(names).not.toContain('IpProtocol');
    expect(offered(instead('          FromPort: 80', '          FromPort: 80\n        - Ip|'))).toEqual([
      'IpProtocol',
    ]);
    expect(offered(instead('{ CidrBlock: 10.0.0.0/16 }', '{ CidrBlock: 10.0.0.0/16, Enable|'))).toEqual([
      'EnableDnsHostnames',
      'EnableDnsSupport',
    ]);
  });

  test('the only values that a property takes', () => {
    expect(offered(instead('SubnetId: !Ref Front', 'ConnectivityType: p|'))).toEqual([]);
    expect(offered(instead('{ CidrBlock: 10.0.0.0/16 }', '{ EnableDnsSupport: |'))).toEqual(
      expect.arrayContaining(['true', 'false', '!Ref']),
    );
  });

  test('functions behind an exclamation mark, sections at the left, the parts of a resource', () => {
    expect(offered(instead('SubnetId: !Ref Front', 'SubnetId: !Ge|'))).toEqual(['!GetAtt', '!GetAZs']);
    expect(offered(`${yaml}Out|`)).toEqual(['Outputs']);
    expect(offered(`${yaml}    Dep|`)).toEqual(['DependsOn']);
  });

  test('nothing in a comment', () => {
    expect(offered(instead('SubnetId: !Ref Front', 'SubnetId: !Ref Front # !Ref |'))).toEqual([]);
  });
});

test('the names of a text that has never parsed are those of its lines', () => {
  const broken = instead('SubnetId: !Ref Front', 'SubnetId: [');

  const { resources, parameters, conditions, mappings } = namesInText(broken);
  const whole = namesOf(yaml);

  expect(resources).toEqual(whole.resources);
  expect([...parameters]).toEqual([...whole.parameters]);
  expect([...conditions.keys(), ...mappings.keys()]).toEqual(['IsLarge', 'Sizes']);
});

describe('in JSON there are offered', () => {
  const json = `{
  "Parameters": { "Office": { "Type": "String" } },
  "Conditions": { "IsLarge": { "Fn::Equals": [1, 2] } },
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Front": { "Properties": { "VpcId": { "Ref": "Vpc" } }, "Type": "AWS::EC2::Subnet" }
  }
}`;
  const within = (piece: string, by: string): readonly string[] => {
    if (!json.includes(piece)) throw new Error(`${piece} is not in the template`);
    return offered(json.replace(piece, by), 'json', json);
  };

  test('the names of its lines, before it parses', () => {
    const { resources, parameters } = namesInText(JSON.stringify(JSON.parse(json), null, 2).slice(0, -3));

    expect([...resources].map(([name, { type }]) => [name, type])).toEqual([
      ['Vpc', 'AWS::EC2::VPC'],
      ['Front', 'AWS::EC2::Subnet'],
    ]);
    expect([...parameters.keys()]).toEqual(['Office']);
  });

  test('names in a Ref, a GetAtt and a Sub', () => {
    expect(within('"Ref": "Vpc"', '"Ref": "V|"')).toEqual(['Vpc']);
    expect(within('"Ref": "Vpc"', '"Fn::GetAtt": ["V|"')).toEqual(['Vpc']);
    expect(within('"Ref": "Vpc"', '"Fn::GetAtt": ["Vpc", "CidrBlockA|"')).toEqual(['CidrBlockAssociations']);
    expect(within('"Ref": "Vpc"', '"Fn::Sub": "a${Off|"')).toEqual(['Office']);
  });

  test('properties, also where the type stands behind them', () => {
    const names = within('"VpcId": { "Ref": "Vpc" }', '"VpcId": { "Ref": "Vpc" }, "|"');

    expect(names).toContain('CidrBlock');
    expect(names).not.toContain('VpcId');
  });

  test('functions in place of a value, types, sections', () => {
    expect(within('{ "Ref": "Vpc" }', '{ "Fn::Get|" }')).toEqual(['Fn::GetAtt', 'Fn::GetAZs']);
    expect(within('"AWS::EC2::VPC"', '"AWS::EC2::Int|"')).toContain('AWS::EC2::InternetGateway');
    expect(within('  "Resources"', '  "Ma|",  "Resources"')).toEqual(['Mappings']);
  });
});

describe('a word of a template', () => {
  const at = (piece: string, shift = 1): number => yaml.indexOf(piece) + shift;

  test('is known as a property, with what it takes and whether it must be there', () => {
    expect(lookUp(yaml, at('VpcId:'), 'yaml', namesOf(yaml))).toMatchObject({
      is: 'property',
      name: 'VpcId',
      takes: 'String',
      isRequired: true,
    });
    expect(lookUp(yaml, at('FromPort'), 'yaml', namesOf(yaml))).toMatchObject({
      takes: 'Integer',
      isRequired: false,
    });
  });

  test('is known as a name, and leads to its definition', () => {
    expect(lookUp(yaml, at('!Ref Vpc', 6), 'yaml', namesOf(yaml))).toMatchObject({
      is: 'resource',
      type: 'AWS::EC2::VPC',
    });
    expect(definitionOf(yaml, at('!Ref Vpc', 6), namesOf(yaml))).toBe(yaml.indexOf('  Vpc:') + 2);
    expect(definitionOf(yaml, at('AWS::EC2::NatGateway', 12), namesOf(yaml))).toBeUndefined();
  });

  test('leads there in a text that has been changed since', () => {
    const changed = `# one\n# two\n${yaml}`;

    expect(definitionOf(changed, changed.indexOf('!Ref Vpc') + 6, namesOf(yaml))).toBe(
      changed.indexOf('  Vpc:') + 2,
    );
  });
});
