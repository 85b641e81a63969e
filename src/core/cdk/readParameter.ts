/** The parameters of a template: most become properties of the stack, typed; some must stay what they are. */
import type { CfnParameter, CfnValue } from '../cfn/template';
import type { Gives } from './expression';

export interface ProgramParameter {
  readonly name: string;
  /** Its type in CloudFormation. */
  readonly type: string;
  readonly gives: 'text' | 'number' | 'list';
  /** '' for none. */
  readonly description: string;
  /** Undefined: whoever deploys must say. */
  readonly default: string | number | undefined;
  /** The only texts that it may have; null for any. */
  readonly allowed: readonly string[] | null;
  /**
   * Whether its value can be known when the code runs. CloudFormation itself looks up a parameter of Systems Manager, and
   * a secret would stand in the template as it is.
   */
  readonly isProp: boolean;
  /** What else CloudFormation checks, by the names of its attributes. */
  readonly checks: readonly (readonly [name: string, value: string | number | boolean])[];
}

const checks = [
  'AllowedPattern',
  'ConstraintDescription',
  'MaxLength',
  'MaxValue',
  'MinLength',
  'MinValue',
  'NoEcho',
] as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
export function readParameter(name: string, parameter: CfnParameter): ProgramParameter {
  const given = parameter as unknown as Readonly<Record<string, CfnValue | undefined>>;
  const type = scalar(given['Type']) ?? 'String';
  const isSystemsManager = type.startsWith('AWS::SSM::Parameter::');
  const { AllowedValues: allowed } = given;
  return {
    name,
    type,
    gives: givenBy(type),
    description: scalar(given['Description']) ?? '',
    default: typeof given['Default'] === 'number' ? given['Default'] : scalar(given['Default']),
    allowed:
      Array.isArray(allowed) && allowed.length > 0 ? (allowed as readonly CfnValue[]).map(String) : null,
    isProp: !isSystemsManager && (scalar(given['NoEcho']) ?? 'false') !== 'true',
    checks: checks.flatMap((check) => {
      const value = given[check];
      return typeof value === 'object' || value === undefined ? [] : [[check, value] as const];
    }),
  };
}

function givenBy(type: string): Extract<Gives, 'text' | 'number' | 'list'> {
  if (/^AWS::SSM::Parameter::Value<(?:List<|CommaDelimitedList)/.test(type)) return 'list';
  if (type === 'CommaDelimitedList' || type.startsWith('List<')) return 'list';
  return type === 'Number' ? 'number' : 'text';
}

function scalar(value: CfnValue | undefined): string | undefined {
  return typeof value === 'object' || value === undefined ? undefined : String(value);
}
