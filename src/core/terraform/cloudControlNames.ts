/**
 * The names that the provider hashicorp/awscc makes of those of CloudFormation. Its rule:
 * https://github.com/hashicorp/terraform-provider-awscc/blob/main/internal/naming/naming.go
 */

/** Undefined for what is no type of AWS with a service and a name. */
export function cloudControlType(type: string): string | undefined {
  const [, service, name] = /^AWS::([A-Za-z0-9]+)::([A-Za-z0-9]+)$/.exec(type) ?? [];
  return service === undefined || name === undefined
    ? undefined
    : `awscc_${service.toLowerCase()}_${attributeName(name)}`;
}

/**
 * What a type itself has by a name, or by several with dots between. `id` is what tells the resource, and `provider` a word of
 * the language, so that properties that would be called so have other names.
 */
export function nameInType(name: string, type: string): string {
  const [first = '', ...others] = name.split('.').map(attributeName);
  const own = { id: `${attributeName(type)}_id`, provider: 'provider_name' }[first] ?? first;
  return [own, ...others].join('.');
}

/** Names that are one word for the provider. */
const singleWords = /Cloud(?:Formation|Front|Watch)|CNAMEs|FSx|OTel/g;

/** `Ipv6CidrBlock` is `ipv_6_cidr_block`, `TargetGroupARNs` is `target_group_ar_ns`. */
export function attributeName(name: string): string {
  return name
    .replace(singleWords, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z])([A-Z0-9])/g, '$1_$2')
    .replace(/([0-9])([A-Za-z])/g, '$1_$2')
    .toLowerCase();
}
