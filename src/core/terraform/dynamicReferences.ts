/**
 * Dynamic references within a text, which CloudFormation looks up: those that stand there whole, and those that functions put
 * together, as `{{resolve:secretsmanager:${Secret}:SecretString:password}}`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
import { attributeOf, call, template, text, type Hcl } from './hcl';
import type { ModuleNames } from './moduleNames';

const begins = '{{resolve:';
const ends = '}}';

/** Texts and values as one text, in which references are what they refer to. */
export function withReferences(parts: readonly Hcl[], names: ModuleNames): Hcl {
  const whole = template(parts);
  const left = whole.is === 'template' ? whole.parts : [whole];
  if (!left.some((part) => part.is === 'text' && part.text.includes(begins))) return whole;
  return template(resolved(left, names));
}

function resolved(parts: readonly Hcl[], names: ModuleNames): readonly Hcl[] {
  const first = cutAt(parts, begins);
  const last = first && cutAt(first.after, ends);
  if (first === undefined || last === undefined) return parts;
  const found = lookedUp(last.before, names);
  const kept = [text(begins), ...last.before, text(ends)];
  return [...first.before, ...(found === undefined ? kept : [found]), ...resolved(last.after, names)];
}

/** What stands before the first place of a mark, and what behind it. */
function cutAt(
  parts: readonly Hcl[],
  mark: string,
): { readonly before: readonly Hcl[]; readonly after: readonly Hcl[] } | undefined {
  for (const [index, part] of parts.entries()) {
    const at = part.is === 'text' ? part.text.indexOf(mark) : -1;
    if (part.is !== 'text' || at < 0) continue;
    return {
      before: [...parts.slice(0, index), ...some(part.text.slice(0, at))],
      after: [...some(part.text.slice(at + mark.length)), ...parts.slice(index + 1)],
    };
  }
  return undefined;
}

function some(given: string): readonly Hcl[] {
  return given === '' ? [] : [text(given)];
}

function lookedUp(reference: readonly Hcl[], names: ModuleNames): Hcl | undefined {
  const service = cutAt(reference, ':');
  const [name] = service?.before ?? [];
  if (service === undefined || name?.is !== 'text' || service.after.length === 0) return undefined;
  switch (name.text) {
    case 'ssm':
    case 'ssm-secure': {
      // A version is asked for behind the name, as it is here.
      const source = names.data.of('aws_ssm_parameter', keyOf(service.after), [
        ['name', template(service.after)],
      ]);
      // What is no secret must not make secrets of all that it is used in.
      return attributeOf(source, name.text === 'ssm' ? 'insecure_value' : 'value', 'text');
    }
    case 'secretsmanager':
      return secret(service.after, names);
    default:
      return undefined;
  }
}

/** `secret-id:SecretString:json-key:version-stage:version-id`, of which only the first must be there. */
function secret(reference: readonly Hcl[], names: ModuleNames): Hcl | undefined {
  const segments = segmentsOf(reference);
  const [start] = segments[0] ?? [];
  // An ARN has colons of its own.
  const isArn = start?.is === 'text' && start.text === 'arn';
  const idLength = isArn ? 7 : 1;
  const id = segments
    .slice(0, idLength)
    .flatMap((each, index) => (index === 0 ? each : [text(':'), ...each]));
  const [what = [], key = [], stage = [], version = [], ...more] = segments.slice(idLength);
  const [kind] = what;
  const isString = kind === undefined || (kind.is === 'text' && kind.text === 'SecretString');
  if (id.length === 0 || !isString || more.length > 0) return undefined;
  const source = names.data.of('aws_secretsmanager_secret_version', keyOf([...id, ...stage, ...version]), [
    ['secret_id', template(id)],
    ...(stage.length === 0 ? [] : ([['version_stage', template(stage)]] as const)),
    ...(version.length === 0 ? [] : ([['version_id', template(version)]] as const)),
  ]);
  const whole = attributeOf(source, 'secret_string', 'text');
  return key.length === 0
    ? whole
    : { is: 'index', of: call('jsondecode', whole), at: template(key), gives: 'text' };
}

/** What stands between the colons that are in texts. */
function segmentsOf(parts: readonly Hcl[]): readonly (readonly Hcl[])[] {
  const found: Hcl[][] = [[]];
  for (const part of parts) {
    const [head = part, ...rest] =
      part.is === 'text' ? part.text.split(':').map((each) => text(each)) : [part];
    found.at(-1)?.push(head);
    found.push(...rest.map((each) => [each]));
  }
  return found.map((segment) => segment.filter((part) => part.is !== 'text' || part.text !== ''));
}

/** What tells a reference from all others; data sources are called after it. */
function keyOf(parts: readonly Hcl[]): string {
  return parts.map((part) => (part.is === 'text' ? part.text : ` ${wordsOf(part)} `)).join('');
}

function wordsOf(value: Hcl): string {
  if (value.is === 'address') return value.address;
  if (value.is === 'attribute') return `${wordsOf(value.of)}.${value.name}`;
  if (value.is === 'index') return `${wordsOf(value.of)} ${wordsOf(value.at)}`;
  return JSON.stringify(value);
}

/** A reference that stays a text is one to be told of. */
export const notLookedUp = {
  en: 'A {{resolve:…}} reference is not one that Terraform can look up; it was kept as a text',
  ja: 'Terraform で解決できない {{resolve:…}} 参照があり、文字列のまま残しています',
};
