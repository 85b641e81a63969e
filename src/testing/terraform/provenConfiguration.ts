/** A template and the configuration that is made of it, each as its own evaluator sees it. */
import { tableOf, translationOf } from '../../awsTerraform';
import { schemaOf } from '../../core/cfn/schema/schema';
import type { CfnTemplate, CfnValue } from '../../core/cfn/template';
import { nameInType } from '../../core/terraform/cloudControlNames';
import { printFile } from '../../core/terraform/printHcl';
import { readModule, type TerraformModule } from '../../core/terraform/readModule';
import type { AttributeRule } from '../../core/terraform/translation';
import {
  addressesIn,
  parsedConfiguration,
  type Json,
  type ParsedBlock,
  type ParsedConfiguration,
} from './parsedConfiguration';

export interface ProvenConfiguration {
  readonly text: string;
  readonly module: TerraformModule;
  readonly parsed: ParsedConfiguration;
  /** The blocks that a resource of the template became. */
  blocksOf(id: string): readonly ParsedBlock[];
  /** The resource of the template that has an address. */
  idOf(address: string): string | undefined;
}

export async function provenConfiguration(template: CfnTemplate): Promise<ProvenConfiguration> {
  const module = readModule(template, translationOf, { region: 'ap-northeast-1', name: 'Stack' });
  const text = printFile([...module.variables, ...module.main, ...module.outputs]);
  const parsed = await parsedConfiguration(text);
  const ids = new Map([...module.addresses].flatMap(([id, all]) => all.map((each) => [each, id] as const)));
  const byAddress = new Map(parsed.blocks.map((block) => [block.address, block]));
  return {
    text,
    module,
    parsed,
    blocksOf: (id) =>
      (module.addresses.get(id) ?? []).flatMap((address) => {
        const block = byAddress.get(address);
        return block === undefined ? [] : [block];
      }),
    idOf: (address) => ids.get(address),
  };
}

/** Addresses that are used and that nothing has. */
export function unresolved({ parsed }: Pick<ProvenConfiguration, 'parsed'>): readonly string[] {
  const there = new Set([
    ...parsed.blocks.map(({ address }) => address),
    ...Object.keys(parsed.variables).map((name) => `var.${name}`),
    ...Object.keys(parsed.locals).map((name) => `local.${name}`),
  ]);
  return [...usedIn(parsed)].filter((address) => !there.has(address));
}

export function usedIn({ blocks, locals, outputs }: ParsedConfiguration): ReadonlySet<string> {
  return new Set([
    ...blocks.flatMap(({ body }) => [...addressesIn(body)]),
    ...addressesIn(locals),
    ...addressesIn(outputs),
  ]);
}

/** The resources that a value of a template refers to, by `Ref`, `Fn::GetAtt` and `Fn::Sub`. */
export function* referencesIn(
  value: CfnValue | undefined,
): Generator<{ readonly id: string; readonly attribute: string }> {
  if (Array.isArray(value)) {
    for (const each of value as readonly CfnValue[]) yield* referencesIn(each);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, given] of Object.entries(value)) {
    if (name === 'Ref' && typeof given === 'string') yield { id: given, attribute: '' };
    else if (name === 'Fn::GetAtt') {
      const [id = '', ...rest] = typeof given === 'string' ? given.split('.') : (given as readonly string[]);
      yield { id, attribute: rest.join('.') };
    } else if (name === 'Fn::Sub') {
      const [text = '', variables] = typeof given === 'string' ? [given] : (given as readonly CfnValue[]);
      const own = new Set(Object.keys((variables ?? {}) as object));
      for (const [, inside = ''] of (text as string).matchAll(/\$\{([^!}][^}]*)\}/g)) {
        const [id = '', ...rest] = inside.trim().split('.');
        if (!own.has(inside.trim())) yield { id, attribute: rest.join('.') };
      }
      yield* referencesIn(variables);
    } else yield* referencesIn(given as CfnValue | undefined);
  }
}

/** What CloudFormation calls an attribute of a resource; '' for what `Ref` gives; undefined for one that it has no name for. */
export function cloudFormationName(type: string, attribute: string): string | undefined {
  const table = tableOf(type);
  const isIt = (rule: AttributeRule | null | undefined): boolean => rule === attribute;
  if (table === undefined) return nameInSchema(type, attribute);
  if (isIt(table.ref)) return '';
  return Object.entries(table.attributes ?? {}).find(([, rule]) => isIt(rule))?.[0];
}

/** The other provider has the names of the schema, written in its own way. */
function nameInSchema(type: string, attribute: string): string | undefined {
  if (attribute === 'id') return '';
  const short = type.slice(type.lastIndexOf(':') + 1);
  return [...(schemaOf(type)?.attributes.keys() ?? [])].find((name) => nameInType(name, short) === attribute);
}

export type { Json };
