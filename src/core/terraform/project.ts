/**
 * The files of a configuration: one module, or for several templates a module for each and one that joins them. Modules that
 * nested stacks are lie beside those; the stack around calls them.
 */
import type { Words } from '../../lib/words';
import { createNamePool } from '../cdk/identifiers';
import type { ProjectFile } from '../cdk/project';
import { address, attributeOf, text, type Hcl, type HclBlock, type HclItem } from './hcl';
import { snakeName } from './moduleNames';
import { nestedTemplates, type FiledTemplate } from './nestedTemplates';
import { printFile } from './printHcl';
import { providerBlocks, regionVariable, versionBlock } from './providers';
import { readModule, type TerraformModule } from './readModule';
import type { TranslationOf } from './translation';

export interface TerraformProject {
  readonly files: readonly ProjectFile[];
  /** All of it in one file; null for several modules. */
  readonly main: ProjectFile | null;
  readonly remarks: readonly Words[];
}

export function terraformProject(
  given: readonly FiledTemplate[],
  translationOf: TranslationOf,
  region: string,
): TerraformProject {
  const { templates, children } = nestedTemplates(given, region);
  const called = new Set(children.flatMap((each) => [...each.values()]));
  const tops = templates.flatMap((_, index) => (called.has(index) ? [] : [index]));
  const pool = createNamePool();
  const folders = templates.map(({ name }) => pool.take(moduleName(name)));
  const modules: NamedModule[] = [];
  const read = (index: number): NamedModule => {
    const known = modules[index];
    if (known !== undefined) return known;
    const template = templates[index];
    const name = folders[index];
    if (template === undefined || name === undefined) throw new Error(`there is no template ${index}`);
    const isTop = tops.length === 1 && tops[0] === index;
    const module = readModule(template.template, translationOf, {
      region,
      name: name.replaceAll('_', '-').slice(0, 20).replace(/-+$/, ''),
      moduleOf(id) {
        const child = children[index]?.get(id);
        if (child === undefined) return undefined;
        const inner = read(child);
        return { source: `${isTop ? '.' : '..'}/${inner.name}`, module: inner.module };
      },
    });
    const found = { name, stack: template.name, module };
    modules[index] = found;
    return found;
  };
  const remarks = templates.flatMap((_, index) => read(index).module.remarks);
  const roots = tops.map(read);
  const [only, ...others] = roots;
  if (only === undefined) throw new Error('terraformProject expects at least one template');
  const within = [...called].sort((one, other) => one - other).flatMap((index) => moduleFiles(read(index)));
  if (others.length > 0) return { files: [...joined(roots, region), ...within], main: null, remarks };
  const { files, main } = single(only.module, region);
  return { files: [...files, ...within], main: within.length === 0 ? main : null, remarks };
}

/** A name in two languages is told by the first, where a module can be named after that. */
function moduleName(name: string): string {
  const [latin = ''] = name.split(/[^\x20-\x7e]/, 1);
  const found = snakeName(/[A-Za-z]/.test(latin) ? latin : name).slice(0, 40);
  return found === 'item' ? 'network' : found;
}

function single(module: TerraformModule, region: string): Omit<TerraformProject, 'remarks'> {
  const versions = [versionBlock(module.providers), ...providerBlocks(module.providers)];
  const variables = [regionVariable(region), ...module.variables];
  const files = [
    file('main.tf', module.main),
    file('variables.tf', variables),
    file('outputs.tf', module.outputs),
    file('versions.tf', versions),
    ...example(module.needed),
  ];
  const whole = [...versions, ...variables, ...module.main, ...module.outputs];
  return { files: files.filter(isWritten), main: { path: 'main.tf', text: printFile(whole) } };
}

interface NamedModule {
  readonly name: string;
  /** What the stack is called, of whose template it is. */
  readonly stack: string;
  readonly module: TerraformModule;
}

/** What one exports another is given; what none of them exports, whoever applies must say. */
function joined(modules: readonly NamedModule[], region: string): readonly ProjectFile[] {
  const providers = new Set(modules.flatMap(({ module }) => [...module.providers]));
  const exported = new Map(
    modules.flatMap((each) =>
      each.module.exports.map(
        ({ name, output }) => [exportName(name, each), { name: each.name, output }] as const,
      ),
    ),
  );
  const pool = createNamePool(['aws_region']);
  const needed: TerraformModule['needed'][number][] = [];
  const calls = modules.map((each): HclBlock => {
    const { name, module } = each;
    const imported = new Map(
      module.imports.map((variable) => [
        variable.name,
        variable.imports === undefined ? undefined : exported.get(exportName(variable.imports, each)),
      ]),
    );
    const given = module.needed.map((variable): HclItem => {
      const from = imported.get(variable.name);
      if (from !== undefined && from.name !== name)
        return set(variable.name, attributeOf(address(`module.${from.name}`), from.output));
      const asked = pool.take(variable.name);
      needed.push({ ...variable, name: asked });
      return set(variable.name, address(`var.${asked}`));
    });
    return {
      is: 'block',
      type: 'module',
      labels: [name],
      body: [set('source', text(`./${name}`)), ...given],
    };
  });
  const outputs = modules.flatMap(({ name, module }) =>
    module.outputs.map((block): HclBlock => ({
      is: 'block',
      type: 'output',
      labels: [`${name}_${block.labels[0] ?? ''}`],
      body: [
        set('value', attributeOf(address(`module.${name}`), block.labels[0] ?? '')),
        ...block.body.filter((item) => item.is === 'attribute' && item.name === 'sensitive'),
      ],
    })),
  );
  const variables = needed.map(({ name, type, description }): HclBlock => ({
    is: 'block',
    type: 'variable',
    labels: [name],
    body: [...(description === '' ? [] : [set('description', text(description))]), set('type', type)],
  }));
  return [
    file('main.tf', calls),
    file('variables.tf', [regionVariable(region), ...variables]),
    file('outputs.tf', outputs),
    file('versions.tf', [versionBlock(providers), ...providerBlocks(providers)]),
    ...example(needed),
    ...modules.flatMap(moduleFiles),
  ].filter(isWritten);
}

/** The files of a module that another calls, in a folder of its own. */
function moduleFiles({ name, module }: NamedModule): readonly ProjectFile[] {
  return [
    file(`${name}/main.tf`, module.main),
    file(`${name}/variables.tf`, module.variables),
    file(`${name}/outputs.tf`, module.outputs),
    file(`${name}/versions.tf`, [versionBlock(module.providers)]),
  ].filter(isWritten);
}

/** The name of an export with the defaults of the parameters that are in it; a stack is called as its file is. */
function exportName(name: Hcl, { module, stack }: NamedModule): string {
  switch (name.is) {
    case 'text':
      return name.text;
    case 'template':
      return name.parts.map((part) => exportName(part, { name: '', module, stack })).join('');
    case 'address':
      return name.address === 'var.stack_name'
        ? stack
        : (module.defaults.get(name.address) ?? `\${${name.address}}`);
    default:
      return JSON.stringify(name);
  }
}

/** What must be said before anything can be planned, to be filled in. */
function example(needed: TerraformModule['needed']): readonly ProjectFile[] {
  const items = needed.flatMap(({ name, description, type }): HclItem[] => [
    ...(description === '' ? [] : [{ is: 'comment', text: description } as const]),
    set(
      name,
      type.is === 'call'
        ? { is: 'list', items: [] }
        : type.is === 'address' && type.address === 'number'
          ? { is: 'number', value: 0 }
          : text(''),
    ),
  ]);
  return items.length === 0 ? [] : [file('terraform.tfvars.example', items)];
}

function file(path: string, items: readonly HclItem[]): ProjectFile {
  return { path, text: items.length === 0 ? '' : printFile(items) };
}

function isWritten({ text: written, path }: ProjectFile): boolean {
  return written !== '' || path === 'main.tf';
}

function set(name: string, value: Parameters<typeof attributeOf>[0]): HclItem {
  return { is: 'attribute', name, value };
}
