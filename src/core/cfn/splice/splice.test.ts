/** Texts in several manners, as they are after a change. */
import { expect, test } from 'vitest';
import { parseTemplate } from '../source/parseTemplate';
import { toValue, type ObjectValue } from '../source/syntax';
import type { CfnValue } from '../template';
import { spliceText } from './spliceTemplate';

/** What a text says, to be changed at any place. */
// oxlint-disable-next-line typescript/no-explicit-any -- each test knows what its own text says
type Anything = any;

/** The text after its value was changed in place. */
function after(text: string, change: (value: Anything) => void): string {
  const source = parseTemplate('t', text);
  if (!('root' in source)) throw new Error(source.message.en);
  const wanted = structuredClone(toValue(source.root)) as ObjectValue;
  change(wanted);
  return spliceText(source, wanted)?.text ?? 'not possible';
}

const yaml = (text: TemplateStringsArray): string => {
  const lines = text.join('').replace(/^\n/, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
};

test('a value is written in the quotation marks of the one before it, and its comment stays', () => {
  const text = yaml`
    Resources:
      Vpc:
        Properties:
          A: 10.0.0.0/16 # plain
          B: '10.0.0.0/16' # single
          C: "10.0.0.0/16" # double
          D: 80 # a number
    `;

  const changed = after(text, ({ Resources: { Vpc } }) => {
    Vpc.Properties = { A: '10.1.0.0/16', B: "it's", C: 'say "so"', D: 443 };
  });

  expect(changed).toBe(yaml`
    Resources:
      Vpc:
        Properties:
          A: 10.1.0.0/16 # plain
          B: 'it''s' # single
          C: "say \\"so\\"" # double
          D: 443 # a number
    `);
});

test('a function keeps its form, short or long, and its argument alone changes', () => {
  const text = yaml`
    Resources:
      A:
        VpcId: !Ref Vpc # short
        Id: !GetAtt A.Id
        Name: !Sub "\${Stage}-a"
      B:
        VpcId: { "Ref": "Vpc" }
        Id:
          Fn::GetAtt: [A, Id]
    `;

  const changed = after(text, ({ Resources: { A, B } }) => {
    A.VpcId.Ref = 'Other';
    A.Id['Fn::GetAtt'] = ['B', 'Arn'];
    A.Name['Fn::Sub'] = '${Stage}-b';
    B.VpcId.Ref = 'Other';
    B.Id['Fn::GetAtt'][0] = 'B';
  });

  expect(changed).toBe(
    text
      .replace('!Ref Vpc', '!Ref Other')
      .replace('A.Id', 'B.Arn')
      .replace('}-a', '}-b')
      .replace('"Vpc"', '"Other"')
      .replace('[A, Id]', '[B, Id]'),
  );
});

test('a list grows and shrinks in the indentation that its author gave it; a comment above an item goes with it', () => {
  const text = yaml`
    Rules:
    # ssh from the office
    - Port: 22
      From: 203.0.113.0/24

    # the world
    - Port: 443
      From: 0.0.0.0/0 # for now
    # end of the rules
    `;

  const changed = after(text, (value) => {
    value.Rules = [value.Rules[1], { Port: 80, From: '0.0.0.0/0' }];
  });

  expect(changed).toBe(yaml`
    Rules:
    # the world
    - Port: 443
      From: 0.0.0.0/0 # for now
    - Port: 80
      From: 0.0.0.0/0
    # end of the rules
    `);
});

test('a resource comes behind the last one, set apart as the others are, and goes with its comment', () => {
  const text = yaml`
    Resources:
        # the network
        Vpc:
            Type: AWS::EC2::VPC

        # only for tests
        Old:
            Type: AWS::EC2::VPC

        Subnet:
            Type: AWS::EC2::Subnet

    Outputs:
        Id:
            Value: !Ref Vpc
    `;

  const changed = after(text, ({ Resources }) => {
    delete Resources.Old;
    Resources.New = {
      Type: 'AWS::EC2::Subnet',
      Properties: { VpcId: { Ref: 'Vpc' }, Tags: [{ Key: 'a', Value: 'b' }] },
    };
  });

  expect(changed).toBe(yaml`
    Resources:
        # the network
        Vpc:
            Type: AWS::EC2::VPC

        Subnet:
            Type: AWS::EC2::Subnet

        New:
            Type: AWS::EC2::Subnet
            Properties:
                VpcId: !Ref Vpc
                Tags:
                    - Key: a
                      Value: b

    Outputs:
        Id:
            Value: !Ref Vpc
    `);
});

test('an author of long forms gets long forms', () => {
  const changed = after('A:\n  Ref: B\nC:\n  Fn::GetAtt: [D, E]\n', (value) => {
    value.F = { Ref: 'G' };
  });

  expect(changed).toBe('A:\n  Ref: B\nC:\n  Fn::GetAtt: [D, E]\nF:\n  Ref: G\n');
});

test('line ends, the byte order mark and a last line without an end stay', () => {
  const changed = after('\uFEFFA: 1\r\nB:\r\n  C: 2', (value) => {
    value.B.D = [1, 2];
  });

  expect(changed).toBe('\uFEFFA: 1\r\nB:\r\n  C: 2\r\n  D:\r\n    - 1\r\n    - 2');
});

test('what an alias repeats changes for it alone, and in place for all that repeat it', () => {
  const text = yaml`
    A: &tags
      - Key: Team # ours
        Value: net
    B: *tags
    C: *tags
    `;

  expect(
    after(text, (value) => {
      value.B = [{ Key: 'Team', Value: 'web' }];
    }),
  ).toBe(text.replace('B: *tags', 'B:\n  - Key: Team\n    Value: web'));
  expect(
    after(text, (value) => {
      for (const key of ['A', 'B', 'C']) value[key] = [{ Key: 'Team', Value: 'web' }];
    }),
  ).toBe(text.replace('Value: net', 'Value: web'));
  expect(
    after(text, (value) => {
      value.A = 'gone';
    }),
  ).not.toContain('*tags');
});

test('a key that a merge brings is written beside the merge where it is to be another', () => {
  const text = yaml`
    A: &base
      Type: x
      Size: 1
    B:
      <<: *base
      Name: b
    `;

  expect(
    after(text, (value) => {
      value.B.Size = 2;
    }),
  ).toBe(text.replace('  Name: b', '  Name: b\n  Size: 2'));
  expect(
    after(text, (value) => {
      value.A.Size = 2;
    }),
  ).toContain('<<: *base');
});

test('JSON grows in the manner of its author', () => {
  const indented = '{\n    "A": {\n        "B": 1\n    },\n    "L": [\n        1\n    ]\n}\n';
  const compact = '{"A":{"B":1},"L":[1]}';
  const change = (value: Anything): void => {
    value.A.C = { D: [true] };
    value.L.push('x');
  };

  expect(after(indented, change)).toBe(
    '{\n    "A": {\n        "B": 1,\n        "C": {\n            "D": [\n                true\n            ]\n        }\n    },\n    "L": [\n        1,\n        "x"\n    ]\n}\n',
  );
  expect(after(compact, change)).toBe('{"A":{"B":1,"C":{"D":[true]}},"L":[1,"x"]}');
});

test('commas go with what they part', () => {
  const text = '{ "A": 1, "B": [1, 2, 3], "C": 3 }';

  expect(
    after(text, (value) => {
      delete value.A;
    }),
  ).toBe('{ "B": [1, 2, 3], "C": 3 }');
  expect(
    after(text, (value) => {
      delete value.C;
    }),
  ).toBe('{ "A": 1, "B": [1, 2, 3] }');
  expect(
    after(text, (value) => {
      value.B = [2];
    }),
  ).toBe('{ "A": 1, "B": [2], "C": 3 }');
  expect(
    after(text, (value) => {
      value.B = [];
    }),
  ).toBe('{ "A": 1, "B": [], "C": 3 }');
});

test('a script as a block text stays one, and what stands below it stays outside', () => {
  const text = yaml`
    Resources:
      A:
        UserData: |
          #!/bin/bash
          yum -y update

        # the next one
        Next: 1
    `;

  const changed = after(text, ({ Resources: { A } }) => {
    A.UserData = '#!/bin/bash\ndnf -y update\n';
    A.Last = 2;
  });

  expect(changed).toBe(text.replace('yum', 'dnf').replace('Next: 1', 'Next: 1\n    Last: 2'));
});

test('a text with a key that stands twice is not edited where the other one would come to light', () => {
  const value: CfnValue = {};
  const source = parseTemplate('t', 'A: 1\nA: 2\n');

  expect('root' in source && spliceText(source, value)).toBe(undefined);
});
