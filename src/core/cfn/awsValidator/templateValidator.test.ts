import { expect, test } from 'vitest';
import { awsFaults, reportOn, validated } from '../../../testing/awsValidator';
import { templateValidator } from './templateValidator';

const faulty = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: perhaps
`;

test('a property of the wrong type is told with its resource, its path, its line and its column', () => {
  expect(reportOn(faulty).diagnostics).toMatchObject([
    {
      ruleId: 'F3012',
      severity: 'FATAL',
      message: "'perhaps' is not of type 'boolean'",
      entity: { logicalId: 'Vpc' },
      propertyPath: 'Properties.EnableDnsSupport',
      startLine: 6,
      startColumn: 7,
    },
  ]);
});

test('parameters have the values that are given', () => {
  const template = `Parameters:
  Tenancy: { Type: String, Default: default }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16, InstanceTenancy: !Ref Tenancy }
`;

  const [asWritten, asGiven] = [reportOn(template), reportOn(template, { parameters: { Tenancy: 'mine' } })];

  expect(asWritten.diagnostics).toEqual([]);
  expect(asGiven.diagnostics).toMatchObject([
    { ruleId: 'W3030', propertyPath: 'Properties.InstanceTenancy' },
  ]);
});

test('a value for a parameter that the template does not have is no trouble', () => {
  expect(awsFaults('Resources: { Vpc: { Type: AWS::EC2::InternetGateway } }', 'WARN')).toEqual([]);
  expect(
    reportOn('Resources: { Gateway: { Type: AWS::EC2::InternetGateway } }', { parameters: { Other: 'x' } })
      .status,
  ).toBe('OK');
});

test('a text that is no template is an answer and not a failure', () => {
  for (const text of ['', 'hello', 'Resources: [', '{', '\u0000', '{"Resources":'.repeat(5000)])
    expect(validated(text)).toMatchObject({ report: { status: 'ERROR' } });
});

test('a template that breaks the validator is told of, and the next one is validated by a fresh instance', () => {
  let made = 0;
  let tell: ((message: string) => void) | undefined;
  const validator = templateValidator(() => {
    const isFirst = ++made === 1;
    return {
      setPanicListener: (listener) => (tell = listener),
      WasmCompositeEngine: class {
        validateTemplate(): unknown {
          if (!isFirst) return { status: 'OK', diagnostics: [] };
          tell?.('index out of bounds');
          throw new WebAssembly.RuntimeError('unreachable');
        }
      },
    };
  });

  const answers = ['a', 'b', 'c'].map((text) => validator.validate(text, {}));

  expect(answers).toEqual([
    { broke: 'index out of bounds' },
    { report: { status: 'OK', diagnostics: [] } },
    { report: { status: 'OK', diagnostics: [] } },
  ]);
  expect(made).toBe(2);
});

test('a failure without a panic is told in its own words', () => {
  const validator = templateValidator(() => {
    throw new Error('out of memory');
  });

  expect(validator.validate('a', {})).toEqual({ broke: 'out of memory' });
});
