/**
 * What a resource waits for, and whether it may be deleted: what CloudFormation says beside the properties.
 * https://developer.hashicorp.com/terraform/language/meta-arguments
 */
import type { CfnTemplate } from '../cfn/template';
import { truth, type HclItem } from './hcl';
import type { ModuleNames, NamedResource } from './moduleNames';

/** What the template waits for, and what must be complete of that which it refers to. */
export function waitsFor(
  own: NamedResource,
  { DependsOn: before }: CfnTemplate['Resources'][string],
  names: ModuleNames,
  referred: ReadonlySet<string>,
): readonly string[] {
  const stated = waitedFor([before ?? []].flat(), names, new Set([own.id]));
  const complete = [...referred].flatMap((id) =>
    id === own.id ? [] : (names.resources.get(id)?.completing ?? []),
  );
  return [...new Set([...stated, ...complete])];
}

/** What is not written is not there to be waited for, but what it waits for itself is. */
function waitedFor(before: readonly unknown[], names: ModuleNames, seen: Set<string>): readonly string[] {
  return before.flatMap((id) => {
    if (typeof id !== 'string' || seen.has(id)) return [];
    seen.add(id);
    const resource = names.resources.get(id);
    return resource === undefined
      ? waitedFor(names.template.waitsOf(id), names, seen)
      : addressesWaitedFor(resource);
  });
}

/** What was made beside it is waited for by name only where it has no resource of its own, or is not complete without. */
function addressesWaitedFor(resource: NamedResource): readonly string[] {
  const { type, name, completing, translation, parts } = resource;
  return translation.isGroup === true ? parts : [`${type}.${name}`, ...completing];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html */
export function keeping(
  { id, type }: NamedResource,
  resource: CfnTemplate['Resources'][string],
  names: ModuleNames,
): readonly HclItem[] {
  const {
    Type: _,
    Properties: __,
    Condition: ___,
    DependsOn: ____,
    DeletionPolicy: policy,
    ...others
  } = resource;
  const isModule = type === 'module';
  const isKept = !isModule && (policy === 'Retain' || policy === 'RetainExceptOnCreate');
  if (isModule && policy !== undefined && policy !== 'Delete')
    names.remark({
      en: `${id}: DeletionPolicy ${policy} has no equivalent for a module; each of its resources can have prevent_destroy`,
      ja: `${id}: DeletionPolicy ${policy} はモジュールでは表せません。各リソースに prevent_destroy を指定できます`,
    });
  if (isKept)
    names.remark({
      en: `${id}: DeletionPolicy ${policy} became prevent_destroy: Terraform refuses to delete it rather than leave it behind`,
      ja: `${id}: DeletionPolicy ${policy} は prevent_destroy にしました。Terraform はリソースを残すのではなく、削除を拒否します`,
    });
  const { UpdateReplacePolicy: replaced, ...unsaid } = others;
  if (typeof replaced === 'string' && replaced !== policy && replaced !== 'Delete')
    names.remark({
      en: `${id}: UpdateReplacePolicy ${replaced} has no equivalent in Terraform`,
      ja: `${id}: UpdateReplacePolicy ${replaced} は Terraform で表せません`,
    });
  for (const name of Object.keys(unsaid))
    names.remark({
      en: `${id}: the attribute ${name} has no equivalent in Terraform and was left out`,
      ja: `${id}: 属性 ${name} は Terraform で表せないため、出力していません`,
    });
  if (!isKept) return [];
  const kept: HclItem = { is: 'attribute', name: 'prevent_destroy', value: truth(true) };
  return [{ is: 'block', type: 'lifecycle', labels: [], body: [kept] }];
}
