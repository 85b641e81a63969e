/**
 * Nested stacks whose template is at hand as calls of a module.
 * https://developer.hashicorp.com/terraform/language/block/module
 */
import type { CfnValue } from '../cfn/template';
import { call, choose, givesOf, list, template, text, type Hcl, type HclBlock } from './hcl';
import { implied, isPlainObject } from './properties';
import type { TerraformModule } from './readModule';
import type { BodyWriter, PropertyRule, ResourceWriter, Translation } from './translation';
import { defaultOf, typeOf } from './variableBlock';

export interface NestedModule {
  /** Its folder, as seen from the module that calls it. */
  readonly source: string;
  readonly module: TerraformModule;
}

export function moduleTranslation({ source, module }: NestedModule): Translation {
  const blocks = new Map(module.variables.map((block) => [block.labels[0] ?? '', block]));
  const given: PropertyRule = (value, to, name) => {
    if (!isPlainObject(value)) {
      to.leaveOut(name, value);
      return;
    }
    for (const [parameter, each] of Object.entries(value)) {
      const block = blocks.get(module.inputs.get(parameter) ?? '');
      if (block === undefined) to.leaveOut(`${name}.${parameter}`, each ?? null);
      else if (each !== undefined && each !== null) setArgument(block, each, to);
    }
  };
  return {
    type: 'module',
    properties: { Location: implied, Parameters: given, TemplateURL: implied },
    // What a module is called is of no use to anything within it.
    ref: null,
    attributes: Object.fromEntries(
      [...module.outputNames].map(([output, name]) => [`Outputs.${output}`, name]),
    ),
    finish(to, { Parameters: parameters }) {
      const said = isPlainObject(parameters) ? parameters : {};
      to.setFirst('source', text(source));
      askForOthers(module, blocks, new Set(Object.keys(said)), to);
    },
  };
}

function setArgument(block: HclBlock, value: CfnValue, to: BodyWriter): void {
  const [name = ''] = block.labels;
  const type = typeOf(block);
  const read = argument(value, block, type.is === 'call', to);
  if (read.is !== 'null') to.set(name, read);
}

/** CloudFormation gives lists as texts with commas in them; what a condition takes away is the default. */
function argument(value: CfnValue, block: HclBlock, isList: boolean, to: BodyWriter): Hcl {
  const items = isList ? joinedItems(value) : undefined;
  if (items !== undefined) return to.value(items, 'texts');
  const fit = (read: Hcl): Hcl => {
    if (read.is === 'if') return choose(read.test, fit(read.holds), fit(read.otherwise));
    if (read.is === 'null') return defaultOf(block) ?? read;
    const gives = givesOf(read);
    if (isList && read.is === 'text') return list(read.text.split(',').map((each) => text(each.trim())));
    if (isList && gives !== 'list') return call('split', text(','), read);
    return !isList && gives === 'list' ? call('join', text(','), read) : read;
  };
  return fit(to.value(value, 'text'));
}

/** The list that is joined with commas, only to be taken apart again. */
function joinedItems(value: CfnValue): CfnValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = (value as Readonly<Record<string, CfnValue>>)['Fn::Join'];
  if (!Array.isArray(given)) return undefined;
  const [delimiter, items] = given as readonly CfnValue[];
  return delimiter === ',' && Array.isArray(items) ? items : undefined;
}

/** What the stack around does not give: variables without a default are variables of the module around, too. */
function askForOthers(
  { inputs, asked }: TerraformModule,
  blocks: ReadonlyMap<string, HclBlock>,
  said: ReadonlySet<string>,
  to: ResourceWriter,
): void {
  for (const [parameter, name] of inputs) {
    const block = blocks.get(name);
    if (block === undefined || said.has(parameter) || defaultOf(block) !== undefined) continue;
    to.set(
      name,
      to.ask(`${to.id} ${name}`, `${to.id}_${name}`, {
        description: `What the nested stack ${to.id} is given as ${parameter}`,
        type: typeOf(block),
      }),
    );
  }
  const stack = asked.get('AWS::StackName');
  if (stack !== undefined) to.set(stack.name, to.inventedName(128));
  for (const [key, { name, description, type, default: value, imports }] of asked) {
    if (value !== undefined) continue;
    const meant =
      imports === undefined ? undefined : withArguments(imports, [...blocks.values()], to.attribute);
    to.set(
      name,
      meant === undefined
        ? to.ask(`${to.id} ${key}`, `${to.id}_${name}`, { description, type })
        : to.ask(`import ${JSON.stringify(meant)}`, name, { description, type, imports: meant }),
    );
  }
}

/** The name of an export with what a module is given in place of its variables. */
export function withArguments(
  value: Hcl,
  variables: readonly HclBlock[],
  given: (variable: string) => Hcl | undefined,
): Hcl {
  if (value.is === 'template')
    return template(value.parts.map((part) => withArguments(part, variables, given)));
  const [, name] = value.is === 'address' ? (/^var\.(\w+)$/.exec(value.address) ?? []) : [];
  if (name === undefined) return value;
  const variable = variables.find(({ labels }) => labels[0] === name);
  return given(name) ?? (variable === undefined ? undefined : defaultOf(variable)) ?? value;
}
