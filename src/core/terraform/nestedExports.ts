/**
 * What nested stacks export: the module around gives it on, and hands it to the other modules within that import it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 */
import { attributeOf, choose, isMentioned, nothing, type Hcl, type HclBlock, type HclItem } from './hcl';
import { snakeName, type AskedVariable, type ModuleNames } from './moduleNames';
import { withArguments } from './nestedModules';

export interface NestedExport {
  readonly name: Hcl;
  /** The name of the module that has it, and the output of the module around that gives it on. */
  readonly from: string;
  readonly block: HclBlock;
  readonly value: Hcl;
}

/** `written`: the blocks of the module around, with the calls of the others. */
export function nestedExports(written: readonly HclItem[], names: ModuleNames): readonly NestedExport[] {
  return [...names.nested].flatMap(([id, { module }]) => {
    const resource = names.resources.get(id);
    if (resource === undefined) return [];
    const given = new Map(written.flatMap((item) => (isCall(item, resource.name) ? argumentsOf(item) : [])));
    const test = resource.condition === null ? undefined : names.condition(resource.condition);
    return module.exports.map(({ name, output }): NestedExport => {
      const whole = attributeOf(names.self(resource), output, 'text');
      const value = test === undefined ? whole : choose(test, whole, nothing);
      return {
        name: withArguments(name, module.variables, (variable) => given.get(variable)),
        from: resource.name,
        value,
        block: {
          is: 'block',
          type: 'output',
          labels: [names.nameFor('output', snakeName(`${resource.name}_${output}`))],
          body: [{ is: 'attribute', name: 'value', value }, ...secrecy(module.outputs, output)],
        },
      };
    });
  });
}

export interface Answered {
  readonly written: readonly HclItem[];
  /** The variables that are still needed. */
  readonly asked: ReadonlyMap<string, AskedVariable>;
}

/** What one module imports of another is handed to it, and no variable of the module around. */
export function answered(
  written: readonly HclItem[],
  names: ModuleNames,
  exported: readonly NestedExport[],
): Answered {
  const byVariable = new Map(
    [...names.asked.values()].flatMap(({ name, imports }) => {
      const found = exported.find((each) => JSON.stringify(each.name) === JSON.stringify(imports));
      return found === undefined ? [] : [[`var.${name}`, found] as const];
    }),
  );
  if (byVariable.size === 0) return { written, asked: names.asked };
  const handed = written.map((item) => (isCall(item) ? withHanded(item, byVariable) : item));
  const isNeeded = ({ name }: AskedVariable): boolean =>
    !byVariable.has(`var.${name}`) || handed.some((item) => isMentioned(item, `var.${name}`));
  return { written: handed, asked: new Map([...names.asked].filter(([, each]) => isNeeded(each))) };
}

function withHanded(block: HclBlock, byVariable: ReadonlyMap<string, NestedExport>): HclBlock {
  const body = block.body.map((item): HclItem => {
    const found =
      item.is === 'attribute' && item.value.is === 'address' ? byVariable.get(item.value.address) : undefined;
    return item.is !== 'attribute' || found === undefined || found.from === block.labels[0]
      ? item
      : { ...item, value: found.value };
  });
  return { ...block, body };
}

function isCall(item: HclItem, name?: string): item is HclBlock {
  return item.is === 'block' && item.type === 'module' && (name === undefined || item.labels[0] === name);
}

function argumentsOf({ body }: HclBlock): readonly (readonly [string, Hcl])[] {
  return body.flatMap((item) => (item.is === 'attribute' ? [[item.name, item.value] as const] : []));
}

/** What only some may see stays so. */
function secrecy(outputs: readonly HclBlock[], output: string): readonly HclItem[] {
  const { body = [] } = outputs.find(({ labels }) => labels[0] === output) ?? {};
  return body.filter((item) => item.is === 'attribute' && item.name === 'sensitive');
}
