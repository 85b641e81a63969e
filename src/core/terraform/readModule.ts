/** A template as a module of Terraform: the blocks of its files, in the order in which people read them. */
import type { Words } from '../../lib/words';
import { withoutOwn } from '../cdk/withoutOwn';
import { writtenOut } from '../cfn/loops/writtenOut';
import type { CfnTemplate, CfnValue } from '../cfn/template';
import { writeResource } from './bodyWriter';
import { notLookedUp } from './dynamicReferences';
import {
  address,
  choose,
  isMentioned,
  nothing,
  partsOf,
  text,
  type Hcl,
  type HclBlock,
  type HclItem,
} from './hcl';
import { holdsSecret } from './holdsSecret';
import {
  createModuleNames,
  snakeName,
  type AskedVariable,
  type ModuleNames,
  type NamedResource,
} from './moduleNames';
import { stackName } from './pseudoParameter';
import { remarkSections } from './sections';
import { readConditions } from './readConditions';
import { readValue } from './readValue';
import { keeping, waitsFor } from './metaArguments';
import { answered, nestedExports } from './nestedExports';
import type { NestedModule } from './nestedModules';
import type { TranslationOf } from './translation';
import { askedVariableBlock, defaultOf, typeOf, valueIn, variableBlock } from './variableBlock';

export interface TerraformModule {
  readonly main: readonly HclItem[];
  readonly variables: readonly HclBlock[];
  readonly outputs: readonly HclBlock[];
  /** The addresses of what a resource of the template became, by logical ID. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  /** The name of a variable, by parameter. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Those that are no parameters of the template. */
  readonly asked: ReadonlyMap<string, AskedVariable>;
  /** The name of an output, by that of the template. */
  readonly outputNames: ReadonlyMap<string, string>;
  /** The outputs that the template exports, and as what. */
  readonly exports: readonly { readonly name: Hcl; readonly output: string }[];
  /** The defaults of its variables that are texts, by address. */
  readonly defaults: ReadonlyMap<string, string>;
  /** Variables that stand for what another stack exports. */
  readonly imports: readonly AskedVariable[];
  /** Variables that have no default, each with its type. */
  readonly needed: readonly { readonly name: string; readonly type: Hcl; readonly description: string }[];
  readonly providers: ReadonlySet<string>;
  readonly remarks: readonly Words[];
}

export interface ModuleOptions {
  readonly region: string;
  /** What names begin with that AWS must be given. */
  readonly name: string;
  /** The module that a nested stack is, by its logical ID; undefined where its template is not at hand. */
  readonly moduleOf?: (id: string) => NestedModule | undefined;
}

export function readModule(
  written: CfnTemplate,
  translationOf: TranslationOf,
  options: ModuleOptions,
): TerraformModule {
  const { template, overParameters } = writtenOut(withoutOwn(written), options.region);
  const names = createModuleNames(template, translationOf, options);
  const { Conditions: conditionTexts, Mappings: mappingTexts } = template.others ?? {};
  const mappings = Object.entries(mapOf(mappingTexts)).map(
    ([name, value]) => [names.mappings.get(name) ?? snakeName(name), readValue(value, names)] as const,
  );
  const conditions = readConditions(mapOf(conditionTexts), names);
  const own = Object.entries(template.Resources).flatMap(([id, resource]) =>
    writeOne(id, resource, names, options),
  );
  const outputs = Object.entries(template.Outputs).map(([name, output]) => readOutput(name, output, names));
  const exported = nestedExports(own, names);
  const { written: resources, asked } = answered(own, names, exported);
  remarkSections(template, names);
  for (const { loop, parameter } of overParameters)
    names.remark({
      en: `${loop} was written out for the default of the parameter ${parameter}`,
      ja: `${loop} は、パラメータ ${parameter} の既定値について書き出しました`,
    });
  const locals = [...mappings, ...conditions];
  const main: HclItem[] = [
    ...names.data.sources(),
    ...(locals.length === 0
      ? []
      : [
          {
            is: 'block',
            type: 'locals',
            labels: [],
            body: locals.map(([name, value]) => ({ is: 'attribute', name, value }) as const),
          } as const,
        ]),
    ...resources,
  ];
  const outputBlocks = [...outputs, ...exported].map(({ block }) => block);
  if ([...main, ...outputBlocks].some(hasReference)) names.remark(notLookedUp);
  const variables = [
    ...[...names.parameters.values()].map((parameter) =>
      variableBlock(parameter, names.variables.get(parameter.name) ?? snakeName(parameter.name), names),
    ),
    ...[...asked.values()].map(askedVariableBlock),
  ];
  return {
    main,
    variables,
    outputs: outputBlocks,
    inputs: names.variables,
    asked,
    outputNames: new Map(
      Object.keys(template.Outputs).map((name, index) => [name, outputBlocks[index]?.labels[0] ?? '']),
    ),
    addresses: new Map([...names.resources].map(([id, each]) => [id, addressesOf(each)])),
    exports: [
      ...outputs.flatMap(({ exported: name, block }) =>
        name === undefined ? [] : [{ name, output: block.labels[0] ?? '' }],
      ),
      ...exported.map(({ name, block }) => ({ name, output: block.labels[0] ?? '' })),
    ],
    defaults: new Map(
      variables.flatMap((block) => {
        const value = defaultOf(block);
        return value?.is === 'text' ? [[`var.${block.labels[0] ?? ''}`, value.text] as const] : [];
      }),
    ),
    imports: [...asked.values()].filter(({ imports }) => imports !== undefined),
    needed: variables.flatMap(neededIn),
    providers: new Set([
      'aws',
      ...main.flatMap((item) => (item.is === 'block' ? providerOf(item) : [])),
      ...[...names.nested.values()].flatMap(({ module }) => [...module.providers]),
    ]),
    remarks: names.remarks,
  };
}

/** Whether a text is left that CloudFormation would look up. */
function hasReference(item: HclItem): boolean {
  const isIn = (value: Hcl): boolean =>
    value.is === 'text' ? value.text.includes('{{resolve:') : partsOf(value).some(isIn);
  if (item.is === 'attribute') return isIn(item.value);
  return item.is === 'block' && item.body.some(hasReference);
}

function providerOf({ type, labels }: HclBlock): readonly string[] {
  return type === 'resource' || type === 'data' ? [(labels[0] ?? '').split('_')[0] ?? ''] : [];
}

function neededIn(block: HclBlock): readonly { name: string; type: Hcl; description: string }[] {
  const description = valueIn(block, 'description');
  if (defaultOf(block) !== undefined) return [];
  return [
    {
      name: block.labels[0] ?? '',
      type: typeOf(block),
      description: description?.is === 'text' ? description.text : '',
    },
  ];
}

function writeOne(
  id: string,
  resource: CfnTemplate['Resources'][string],
  names: ModuleNames,
  options: ModuleOptions,
): readonly HclItem[] {
  const named = names.resources.get(id);
  if (named === undefined) return leftOut(id, resource, names);
  names.takeReferred();
  const [main, ...parts] = writeResource(named, mapOf(resource.Properties as CfnValue), names, {
    deletionPolicy: resource.DeletionPolicy,
    stackName: () => stackName(names, options.name),
  });
  if (main === undefined) return [];
  // What is referred to is waited for in any case.
  const waits = waitsFor(named, resource, names, names.takeReferred()).filter(
    (each) => !isMentioned(main, each),
  );
  const tail: HclItem[] = [
    ...(waits.length === 0
      ? []
      : [attribute('depends_on', { is: 'list', items: waits.map((each) => address(each)) })]),
    ...keeping(named, resource, names),
  ];
  const withTail = (block: HclBlock): HclBlock => ({ ...block, body: ordered([...block.body, ...tail]) });
  return named.translation.isGroup === true ? [main, ...parts].map(withTail) : [withTail(main), ...parts];
}

function addressesOf({ type, name, parts, translation }: NamedResource): readonly string[] {
  return translation.isGroup === true ? parts : [`${type}.${name}`, ...parts];
}

function attribute(name: string, value: Hcl): HclItem {
  return { is: 'attribute', name, value };
}

function ordered(body: readonly HclItem[]): readonly HclItem[] {
  const isBlock = (item: HclItem): boolean => item.is === 'block';
  return [...body.filter((item) => !isBlock(item)), ...body.filter(isBlock)];
}

function leftOut(
  id: string,
  resource: CfnTemplate['Resources'][string],
  names: ModuleNames,
): readonly HclItem[] {
  const whole = typeof (resource as unknown) === 'object' ? resource : undefined;
  const type = typeof whole?.Type === 'string' ? whole.Type : '?';
  names.remark({
    en: `${id} (${type}) is of no type that can be written for Terraform; it stands as a comment`,
    ja: `${id} (${type}) は Terraform に変換できない型のため、コメントとして残しています`,
  });
  return [
    { is: 'comment', text: `Not carried over: ${id}, of the type ${type}` },
    {
      is: 'comment',
      text: JSON.stringify(whole?.Properties ?? resource ?? null).slice(0, 2000),
      isLast: true,
    },
  ];
}

function readOutput(
  name: string,
  output: CfnTemplate['Outputs'][string],
  names: ModuleNames,
): { readonly block: HclBlock; readonly exported: Hcl | undefined } {
  const { Description: description, Value: value, Export: exported } = output;
  const { Condition: condition } = output as { readonly Condition?: unknown };
  const test = typeof condition === 'string' ? names.condition(condition) : undefined;
  const read = readValue(value ?? '', names);
  const exportName = exported === undefined ? undefined : readValue(exported.Name, names, 'text');
  return {
    exported: exportName,
    block: {
      is: 'block',
      type: 'output',
      labels: [names.nameFor('output', snakeName(name))],
      body: [
        ...(typeof description === 'string' && description !== ''
          ? [{ is: 'attribute', name: 'description', value: text(description) } as const]
          : []),
        { is: 'attribute', name: 'value', value: test === undefined ? read : choose(test, read, nothing) },
        ...(holdsSecret(read, names)
          ? [{ is: 'attribute', name: 'sensitive', value: { is: 'truth', value: true } } as const]
          : []),
      ],
    },
  };
}

function mapOf(value: CfnValue | undefined): Readonly<Record<string, CfnValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, CfnValue>>)
    : {};
}
