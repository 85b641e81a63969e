/**
 * Dynamic references within a text, which CloudFormation looks up.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
import { attributeOf, call, template, text, type Hcl } from './hcl';
import type { ModuleNames } from './moduleNames';

export function dynamicParts(value: string, names: ModuleNames): Hcl {
  if (!value.includes('{{resolve:')) return text(value);
  const parts: Hcl[] = [];
  let from = 0;
  for (const match of value.matchAll(/\{\{resolve:(ssm|ssm-secure|secretsmanager):([^{}]+)\}\}/g)) {
    const found = lookedUp(match[1] ?? '', match[2] ?? '', names);
    if (found === undefined) continue;
    parts.push(text(value.slice(from, match.index)), found);
    from = match.index + match[0].length;
  }
  parts.push(text(value.slice(from)));
  if (value.slice(from).includes('{{resolve:')) names.remark(notLookedUp);
  return template(parts);
}

function lookedUp(service: string, reference: string, names: ModuleNames): Hcl | undefined {
  if (service !== 'secretsmanager') {
    const parameter = /^(.*?)(?::(\d+))?$/s.exec(reference);
    const [, name = reference, version] = parameter ?? [];
    const source = names.data.of('aws_ssm_parameter', name + (version === undefined ? '' : ` ${version}`), [
      // A version is asked for behind the name, as it is here.
      ['name', text(version === undefined ? name : `${name}:${version}`)],
    ]);
    // What is no secret must not make secrets of all that it is used in.
    return attributeOf(source, service === 'ssm' ? 'insecure_value' : 'value', 'text');
  }
  const [, id = '', rest = ''] = /^(arn:(?:[^:]*:){5}[^:]*|[^:]*)(?::(.*))?$/s.exec(reference) ?? [];
  const [what = 'SecretString', key = '', stage = '', version = ''] = rest === '' ? [] : rest.split(':');
  if (id === '' || (what !== 'SecretString' && what !== '')) return undefined;
  const source = names.data.of('aws_secretsmanager_secret_version', reference, [
    ['secret_id', text(id)],
    ...(stage === '' ? [] : ([['version_stage', text(stage)]] as const)),
    ...(version === '' ? [] : ([['version_id', text(version)]] as const)),
  ]);
  const whole = attributeOf(source, 'secret_string', 'text');
  return key === '' ? whole : { is: 'index', of: call('jsondecode', whole), at: text(key) };
}

const notLookedUp = {
  en: 'A {{resolve:…}} reference is not one that Terraform can look up; it was kept as a text',
  ja: 'Terraform で解決できない {{resolve:…}} 参照があり、文字列のまま残しています',
};
