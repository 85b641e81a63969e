/**
 * Which values only some may see: Terraform wants to be told so of outputs.
 * https://developer.hashicorp.com/terraform/language/manage-sensitive-data
 */
import { partsOf, type Hcl } from './hcl';
import type { ModuleNames } from './moduleNames';

export function holdsSecret(value: Hcl, names: ModuleNames): boolean {
  const variables = secretVariables(names);
  const isOne = (each: Hcl): boolean =>
    each.is === 'address'
      ? variables.has(each.address) || each.address.startsWith('data.aws_secretsmanager_secret_version.')
      : (each.is === 'attribute' && isSecretAttribute(each, names)) || partsOf(each).some(isOne);
  return isOne(value);
}

/** Of a parameter of Systems Manager there are two values, one of them a secret; modules say it of their outputs. */
function isSecretAttribute(
  { of, name }: Extract<Hcl, { is: 'attribute' }>,
  { nested, resources }: ModuleNames,
): boolean {
  const owner = of.is === 'index' ? of.of : of;
  if (owner.is !== 'address') return false;
  if (owner.address.startsWith('data.aws_ssm_parameter.')) return name === 'value';
  return [...nested].some(
    ([id, { module }]) =>
      owner.address === `module.${resources.get(id)?.name ?? ''}` &&
      module.outputs.some(
        ({ labels, body }) =>
          labels[0] === name && body.some((item) => item.is === 'attribute' && item.name === 'sensitive'),
      ),
  );
}

/** The addresses of variables that are secrets. */
function secretVariables({ parameters, variables }: ModuleNames): ReadonlySet<string> {
  return new Set(
    [...parameters.values()].flatMap((parameter) =>
      isSecret(parameter) ? [`var.${variables.get(parameter.name) ?? ''}`] : [],
    ),
  );
}

export function isSecret({ checks }: { readonly checks: readonly (readonly [string, unknown])[] }): boolean {
  return checks.some(([name, value]) => name === 'NoEcho' && String(value) === 'true');
}
