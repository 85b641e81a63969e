/**
 * What a template comes to with the defaults of its parameters: an evaluator for tests, which knows nothing of the
 * importer's. What only AWS knows (the id of a resource, the zones of a Region) is a text in « ».
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
import type { CfnValue } from '../core/cfn/template';
import { writtenOutSections } from './writtenOutSections';

type Sections = Readonly<Record<string, CfnValue | undefined>>;

const absent = Symbol('AWS::NoValue');
type Result = CfnValue | typeof absent;

const pseudo: Readonly<Record<string, CfnValue>> = {
  'AWS::AccountId': '123456789012',
  'AWS::NotificationARNs': [],
  'AWS::Partition': 'aws',
  'AWS::Region': 'ap-northeast-1',
  'AWS::StackId': 'stack/id',
  'AWS::StackName': 'Stack',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** Resources and outputs with their attributes evaluated; those whose condition is false are gone. */
export function evaluatedTemplate(template: Sections): {
  readonly resources: Readonly<Record<string, CfnValue>>;
  readonly outputs: Readonly<Record<string, CfnValue>>;
} {
  const scope = new Scope(writtenOutSections(template));
  return { resources: scope.section('Resources'), outputs: scope.section('Outputs') };
}

class Scope {
  readonly template: Sections;

  constructor(template: Sections) {
    this.template = template;
  }

  section(name: 'Resources' | 'Outputs'): Readonly<Record<string, CfnValue>> {
    const found: Record<string, CfnValue> = {};
    for (const [id, each] of Object.entries(mapOf(this.template[name]))) {
      const { Condition: condition, DependsOn: before, ...rest } = mapOf(each);
      if (id === 'CDKMetadata' || (typeof condition === 'string' && !this.holds(condition))) continue;
      const value = mapOf(plain(this.evaluate(rest)));
      const dependsOn = [before ?? []].flat().map(text).sort();
      found[id] = sorted({ ...value, ...(dependsOn.length === 0 ? {} : { DependsOn: dependsOn }) });
    }
    return found;
  }

  holds(condition: string): boolean {
    return this.test(mapOf(this.template['Conditions'])[condition] ?? null);
  }

  test(value: CfnValue): boolean {
    const [[name, given] = ['', null]] = Object.entries(mapOf(value));
    const list = listOf(given);
    switch (name) {
      case 'Condition':
        return this.holds(text(given));
      case 'Fn::Equals':
        return (
          JSON.stringify(plain(this.evaluate(list[0] ?? null))) ===
          JSON.stringify(plain(this.evaluate(list[1] ?? null)))
        );
      case 'Fn::Not':
        return !this.test(list[0] ?? null);
      case 'Fn::And':
        return list.every((each) => this.test(each));
      case 'Fn::Or':
        return list.some((each) => this.test(each));
      default:
        throw new Error(`no condition: ${JSON.stringify(value)}`);
    }
  }

  evaluate(value: CfnValue): Result {
    // CloudFormation makes no difference between 443 and '443'.
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value))
      return (value as readonly CfnValue[])
        .map((item) => this.evaluate(item))
        .filter((item) => item !== absent);
    const entries = Object.entries(value).filter((entry): entry is [string, CfnValue] => entry[1] != null);
    const [only, ...more] = entries;
    if (only !== undefined && more.length === 0) {
      const called = this.call(only[0], only[1]);
      if (called !== undefined) return called;
    }
    const found: Record<string, CfnValue> = {};
    for (const [name, each] of entries) {
      const inside = this.evaluate(each);
      if (inside !== absent) found[name] = name === 'Tags' ? byKey(inside) : inside;
    }
    return found;
  }

  private call(name: string, given: CfnValue): Result | undefined {
    const list = listOf(given);
    const at = (index: number): CfnValue => plain(this.evaluate(list[index] ?? null));
    switch (name) {
      case 'Ref':
        return this.reference(text(given));
      case 'Fn::GetAtt':
        return `«${(typeof given === 'string' ? [given] : list.map(text)).join('.')}»`;
      case 'Fn::Sub': {
        const variables = mapOf(list[1]);
        return text(typeof given === 'string' ? given : (list[0] ?? null)).replace(
          /\$\{([^}]*)\}/g,
          (_, inside: string) => {
            if (inside.startsWith('!')) return `\${${inside.slice(1)}}`;
            const key = inside.trim();
            const own = variables[key];
            if (own !== undefined) return text(plain(this.evaluate(own)));
            return key.includes('.') ? `«${key}»` : text(plain(this.reference(key)));
          },
        );
      }
      case 'Fn::Join':
        return asList(at(1))
          .map(text)
          .join(text(list[0] ?? null));
      case 'Fn::Select':
        return asList(at(1))[Number(at(0))] ?? `«select ${text(at(0))} of ${text(at(1))}»`;
      case 'Fn::Split':
        return text(at(1)).split(text(list[0] ?? null));
      case 'Fn::GetAZs':
        return [0, 1, 2, 3, 4, 5].map(
          (index) => `«zone ${index} of ${text(plain(this.evaluate(given)) || 'ap-northeast-1')}»`,
        );
      case 'Fn::Cidr':
        return [...Array(Number(at(1))).keys()].map((index) => `«${text(at(0))} / ${text(at(2))} ${index}»`);
      case 'Fn::ImportValue':
        return `«import ${text(plain(this.evaluate(given)))}»`;
      case 'Fn::Base64':
        return `«base64 ${text(plain(this.evaluate(given)))}»`;
      case 'Fn::FindInMap': {
        const found = mapOf(mapOf(mapOf(this.template['Mappings'])[text(at(0))])[text(at(1))])[text(at(2))];
        return this.evaluate(found ?? mapOf(list[3])['DefaultValue'] ?? null);
      }
      case 'Fn::Length':
        return String(asList(plain(this.evaluate(given))).length);
      case 'Fn::If':
        return this.evaluate((this.holds(text(list[0] ?? null)) ? list[1] : list[2]) ?? null);
      default:
        return undefined;
    }
  }

  private reference(name: string): Result {
    if (name === 'AWS::NoValue') return absent;
    const own = pseudo[name];
    if (own !== undefined) return own;
    const parameter = mapOf(mapOf(this.template['Parameters'])[name]);
    const { Default: value, Type: type = '' } = parameter;
    if (value === undefined) return `«${name}»`;
    return /^(?:List<|CommaDelimitedList)/.test(text(type))
      ? text(value)
          .split(',')
          .map((each) => each.trim())
      : text(value);
  }
}

function text(value: CfnValue): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}

function plain(value: Result): CfnValue {
  return value === absent ? null : value;
}

/** Tags have no order. */
function byKey(value: CfnValue): CfnValue {
  return Array.isArray(value)
    ? [...(value as readonly CfnValue[])].sort((one, other) =>
        JSON.stringify(one) < JSON.stringify(other) ? -1 : 1,
      )
    : value;
}

function sorted(value: Readonly<Record<string, CfnValue | undefined>>): CfnValue {
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function asList(value: CfnValue): readonly CfnValue[] {
  return Array.isArray(value) ? (value as readonly CfnValue[]) : text(value).split(',');
}

function listOf(value: CfnValue): readonly CfnValue[] {
  return Array.isArray(value) ? (value as readonly CfnValue[]) : [value];
}

function mapOf(value: CfnValue | undefined): Readonly<Record<string, CfnValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, CfnValue>>)
    : {};
}
