/**
 * What everything in a template is called in a module, and what of the module is only asked for while it is written: data
 * sources, and variables for what a template cannot say.
 */
import type { Words } from '../../lib/words';
import { createNamePool, identifierIn, type NamePool } from '../cdk/identifiers';
import { snakeCase } from '../cdk/names';
import { readParameter, type ProgramParameter } from '../cdk/readParameter';
import type { CfnResource, CfnTemplate, CfnValue } from '../cfn/template';
import { address, attributeOf, call, nothing, text, type Hcl } from './hcl';
import { createDataSources, type DataSources } from './dataSources';
import { moduleTranslation, type NestedModule } from './nestedModules';
import { pseudoParameter } from './pseudoParameter';
import type { ModuleOptions } from './readModule';
import { readValue } from './readValue';
import { createTemplateReader } from './templateReader';
import type {
  AskedAttribute,
  AttributeRule,
  MadeByMacro,
  TemplateReader,
  Translation,
  TranslationOf,
} from './translation';

/** A variable of the module that is no parameter of the template. */
export interface AskedVariable {
  readonly name: string;
  readonly description: string;
  readonly type: Hcl;
  /** Undefined: whoever applies must say. */
  readonly default?: Hcl;
  /** The name of the export of another stack that it stands for. */
  readonly imports?: Hcl;
}

export interface NamedResource {
  readonly id: string;
  readonly translation: Translation;
  /** Its type for the provider, and the name of all that is made of it. */
  readonly type: string;
  readonly name: string;
  readonly condition: string | null;
  /** The addresses of what was made beside it so far. */
  readonly parts: string[];
  /** The addresses of the parts beside it that it is not complete without. */
  readonly completing: string[];
}

export interface ModuleNames {
  readonly template: TemplateReader;
  readonly data: DataSources;
  readonly region: string;
  readonly resources: ReadonlyMap<string, NamedResource>;
  readonly parameters: ReadonlyMap<string, ProgramParameter>;
  /** The name of a variable, by parameter. */
  readonly variables: ReadonlyMap<string, string>;
  readonly asked: ReadonlyMap<string, AskedVariable>;
  /** The modules that are called, by logical ID. */
  readonly nested: ReadonlyMap<string, NestedModule>;
  readonly remarks: readonly Words[];
  /** Names of locals, by condition and by mapping. */
  readonly conditions: ReadonlyMap<string, string>;
  readonly mappings: ReadonlyMap<string, string>;
  /** A name for something of a type that no other of the type has. */
  nameFor(type: string, wanted: string): string;
  reference(name: string): Hcl;
  /** Undefined where no resource has the ID. */
  attribute(id: string, name: string): Hcl | undefined;
  /** An attribute of a resource by its name for the provider. */
  at(id: string, attribute: string): Hcl;
  self(resource: NamedResource): Hcl;
  condition(name: string): Hcl | undefined;
  mapping(name: string): Hcl | undefined;
  isOwnRegion(region: Hcl): boolean;
  imported(name: CfnValue): Hcl;
  /** A variable for what a template says and Terraform cannot. */
  standIn(value: object): Hcl;
  ask(key: string, wanted: string, variable: Omit<AskedVariable, 'name'>): Hcl;
  remark(words: Words): void;
  /** Which resources and variables were referred to since the last call. */
  takeReferred(): ReadonlySet<string>;
}

/** Names that a variable of a module may not have. https://developer.hashicorp.com/terraform/language/block/variable */
const reservedVariables = [
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'lifecycle',
  'depends_on',
  'locals',
  'aws_region',
];

export function createModuleNames(
  template: CfnTemplate,
  translationOf: TranslationOf,
  { region, name: moduleName, moduleOf }: ModuleOptions,
): ModuleNames {
  const reader = createTemplateReader(template);
  const parameters = new Map(
    Object.entries(template.Parameters).map(([name, each]) => [name, readParameter(name, each)]),
  );
  const variablePool = createNamePool(reservedVariables);
  const variables = new Map([...parameters.keys()].map((name) => [name, variablePool.take(snakeName(name))]));
  const localPool = createNamePool();
  const { Conditions: conditionTexts, Mappings: mappingTexts } = template.others ?? {};
  const named = (section: CfnValue | undefined): ReadonlyMap<string, string> =>
    new Map(keysOf(section).map((name) => [name, localPool.take(snakeName(name))]));
  const mappings = named(mappingTexts);
  const conditions = named(conditionTexts);
  const namePool = createNamePool();
  const resources = new Map<string, NamedResource>();
  const nested = new Map<string, NestedModule>();
  for (const [id, resource] of Object.entries(template.Resources)) {
    const {
      Type: type,
      Properties: properties = {},
      Condition: condition,
    } = (resource ?? {}) as Partial<CfnResource>;
    const isOne = typeof type === 'string' && !id.startsWith('Fn::');
    const module = isOne ? moduleOf?.(id) : undefined;
    if (module !== undefined) nested.set(id, module);
    const translation = isOne
      ? module === undefined
        ? translationOf(type, properties)
        : moduleTranslation(module)
      : undefined;
    if (translation === undefined) continue;
    const isKnown = typeof condition === 'string' && conditions.has(condition);
    resources.set(id, {
      id,
      translation,
      type: typeof translation.type === 'string' ? translation.type : translation.type(properties),
      name: namePool.take(snakeName(id)),
      condition: isKnown ? condition : null,
      parts: [],
      completing: [],
    });
  }
  const pools = new Map<string, NamePool>();
  const asked = new Map<string, AskedVariable>();
  const remarks: Words[] = [];
  const said = new Set<string>();
  let referred = new Set<string>();

  const names: ModuleNames = {
    template: reader,
    region,
    resources,
    parameters,
    variables,
    asked,
    nested,
    remarks,
    conditions,
    mappings,
    nameFor(type, wanted) {
      let pool = pools.get(type);
      // Only resources share their type with those of the template.
      pool ??= createNamePool(type.startsWith('aws') ? [...resources.values()].map(({ name }) => name) : []);
      pools.set(type, pool);
      return pool.take(wanted);
    },
    reference(name) {
      const parameter = parameters.get(name);
      if (parameter !== undefined) return parameterValue(parameter, names);
      const resource = resources.get(name);
      const made = resource === undefined ? madeBeside(name) : undefined;
      const owner = resource ?? made?.resource;
      const ref = resource?.translation.ref ?? made?.as.ref ?? null;
      if (owner !== undefined && ref !== null) return attributeBy(owner, ref, names);
      const pseudo = pseudoParameter(name, names, moduleName);
      if (pseudo !== undefined) return pseudo;
      return names.standIn({ Ref: name });
    },
    attribute(id, name) {
      const resource = resources.get(id);
      const made = resource === undefined ? madeBeside(id) : undefined;
      const { attributes = {}, otherAttribute }: Partial<Translation> =
        resource?.translation ?? made?.as ?? {};
      const rule = Object.hasOwn(attributes, name) ? attributes[name] : otherAttribute?.(name);
      const owner = resource ?? made?.resource;
      return owner === undefined || rule === undefined ? undefined : attributeBy(owner, rule, names);
    },
    at(id, attribute) {
      const resource = resources.get(id);
      return resource === undefined ? nothing : attributeBy(resource, attribute, names);
    },
    self(resource) {
      const whole = address(`${resource.type}.${resource.name}`);
      return resource.condition === null ? whole : { is: 'index', of: whole, at: { is: 'number', value: 0 } };
    },
    condition(name) {
      const local = conditions.get(name);
      return local === undefined ? undefined : address(`local.${local}`);
    },
    mapping(name) {
      const local = mappings.get(name);
      return local === undefined ? undefined : address(`local.${local}`);
    },
    isOwnRegion: (value) =>
      value.is === 'attribute' && value.of.is === 'address' && value.of.address === 'data.aws_region.current',
    data: createDataSources((type, wanted) => names.nameFor(`data.${type}`, snakeName(wanted))),
    imported(name) {
      const read = readValue(name, names, 'text');
      const key = JSON.stringify(read);
      const label = read.is === 'text' ? read.text : textsIn(read).join('_');
      return names.ask(`import ${key}`, label === '' ? 'imported' : label, {
        description: `What another stack exports as ${label}`,
        type: address('string'),
        imports: read,
      });
    },
    standIn(value) {
      const [name = '', given] = Object.entries(value)[0] ?? [];
      const short = typeof given === 'string' ? given : textsOf(given as CfnValue).join('.');
      const what = `${name} ${short}`.slice(0, 200);
      names.remark({
        en: `${what} has no equivalent in Terraform: a variable stands for it`,
        ja: `${what} は Terraform で表せないため、変数に置き換えています`,
      });
      return names.ask(`stand-in ${JSON.stringify(value)}`, short === '' ? name : short, {
        description: `Stands for ${what}`,
        type: address('any'),
      });
    },
    ask(key, wanted, variable) {
      const known = asked.get(key);
      const found = known ?? { ...variable, name: variablePool.take(snakeName(wanted)) };
      asked.set(key, found);
      return address(
        `var.${found.name}`,
        found.type.is === 'address' && found.type.address === 'string' ? 'text' : undefined,
      );
    },
    remark(words) {
      if (said.has(words.en)) return;
      said.add(words.en);
      remarks.push(words);
    },
    takeReferred() {
      const taken = referred;
      referred = new Set();
      return taken;
    },
  };
  return names;

  /** What a macro makes beside a resource of the template, where nothing in the template has that name. */
  function madeBeside(
    id: string,
  ): { readonly resource: NamedResource; readonly as: MadeByMacro } | undefined {
    for (const resource of resources.values()) {
      const { macroMakes = {} } = resource.translation;
      for (const [end, as] of Object.entries(macroMakes))
        if (id === resource.id + end) return { resource, as };
    }
    return undefined;
  }

  function attributeBy(resource: NamedResource, rule: AttributeRule, all: ModuleNames): Hcl {
    referred.add(resource.id);
    const self = all.self(resource);
    if (typeof rule === 'string') return attributeOf(self, rule, 'text');
    const given: AskedAttribute = {
      self,
      id: resource.id,
      template: reader,
      at: (id, name) => all.at(id, name),
    };
    return rule(given);
  }
}

/** Whether a parameter names one of Systems Manager, which has the value. */
export function isLookedUp(type: string): boolean {
  return type.startsWith('AWS::SSM::Parameter::Value<');
}

/** A parameter of Systems Manager names what is looked up. */
function parameterValue({ name, type, gives }: ProgramParameter, names: ModuleNames): Hcl {
  const variable = address(`var.${names.variables.get(name) ?? snakeName(name)}`, gives);
  if (!isLookedUp(type)) return variable;
  const value = attributeOf(
    names.data.of('aws_ssm_parameter', name, [
      ['name', address(variable.is === 'address' ? variable.address : '', 'text')],
    ]),
    'insecure_value',
    'text',
  );
  return gives === 'list' ? call('split', text(','), value) : value;
}

/** A name of the language made of one of a person. */
export function snakeName(name: string): string {
  return snakeCase(identifierIn(name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '')));
}

function textsIn(value: Hcl): readonly string[] {
  if (value.is === 'text') return [value.text];
  return value.is === 'template' ? value.parts.flatMap(textsIn) : [];
}

function textsOf(value: CfnValue | undefined): readonly string[] {
  if (typeof value === 'object' && value !== null)
    return Object.values(value).flatMap((each) => textsOf(each as CfnValue));
  return value === undefined || value === null ? [] : [String(value)];
}

function keysOf(value: CfnValue | undefined): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
