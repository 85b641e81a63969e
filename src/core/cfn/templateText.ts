import type { CfnTemplate, CfnValue } from './template';
import type { Template } from '../model/document';
import { sourceOf } from './remembered';
import { createYamlPrinter } from './printYaml';
import { createPositions } from './source/syntax';
import { spliceTemplate, type Spliced } from './splice/spliceTemplate';

/** Lines of the text, counted from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export interface TemplateText {
  readonly text: string;
  /** Where each resource, parameter and output stands, by its logical ID. */
  readonly lines: ReadonlyMap<string, LineRange>;
}

/** The sections in the order in which people read them; what is in none of these comes before `Resources`. */
const before = ['Transform', 'Metadata', 'Parameters', 'Rules', 'Mappings', 'Conditions'];

/** The texts that somebody wrote, into which templates are written back. */
const texts = new WeakMap<CfnTemplate, Template>();

/** What is not changed of a template that was read is printed as its author wrote it, to the byte. */
export function rememberText(template: CfnTemplate, text: Template): void {
  texts.set(template, text);
}

export function templateText(template: CfnTemplate, format: 'yaml' | 'json'): TemplateText {
  const own = texts.get(template);
  const source = own === undefined ? undefined : sourceOf(own);
  const spliced = source?.format === format ? spliceTemplate(source, template) : undefined;
  if (spliced !== undefined) return { text: spliced.text, lines: linesOf(spliced) };
  const sections = sectionsOf(template);
  return format === 'yaml' ? yamlText(sections) : jsonText(sections);
}

function linesOf({ text, places }: Spliced): ReadonlyMap<string, LineRange> {
  const position = createPositions(text);
  return new Map(
    [...places].map(([id, [start, end]]) => [
      id,
      { first: position(start).line, last: position(Math.max(start, end - 1)).line },
    ]),
  );
}

type Sections = readonly (readonly [string, CfnValue])[];

function sectionsOf(template: CfnTemplate): Sections {
  const { Description, Parameters, Resources, Outputs, others = {} } = template;
  const all: Record<string, CfnValue | undefined> = {
    AWSTemplateFormatVersion: '2010-09-09',
    ...(Description === undefined ? {} : { Description }),
    ...others,
    // The records of a template are CfnValues whose keys are known.
    Parameters: Parameters as unknown as CfnValue,
    Resources: resourcesValue(Resources),
    Outputs: Outputs as unknown as CfnValue,
  };
  const first = ['AWSTemplateFormatVersion', 'Description', ...before];
  const last = ['Resources', 'Outputs'];
  const between = Object.keys(all).filter((name) => !first.includes(name) && !last.includes(name));
  return [...first, ...between, ...last].flatMap((name): Sections => {
    const value = all[name];
    const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    return value === undefined || (empty && name !== 'Resources') ? [] : [[name, value]];
  });
}

function resourcesValue(resources: CfnTemplate['Resources']): CfnValue {
  const values: [string, CfnValue][] = [];
  for (const [id, resource] of Object.entries(resources)) {
    // A loop, or what an author left empty, stands among the resources and is none.
    if (Array.isArray(resource) || typeof resource !== 'object' || resource === null) {
      values.push([id, resource as CfnValue]);
      continue;
    }
    const { Type, Condition, DependsOn, Properties, ...rest } = resource;
    values.push([id, { Type, Condition, DependsOn, ...rest, Properties }]);
  }
  return Object.fromEntries(values);
}

function yamlText(sections: Sections): TemplateText {
  const printer = createYamlPrinter();
  const lines = new Map<string, LineRange>();
  for (const [name, value] of sections) {
    const entries = listedIn(name, value);
    // The version and the description belong together; every other section is set apart.
    if (printer.lines.length > 0 && name !== 'Description') printer.lines.push('');
    if (entries === undefined) {
      printer.entry(name, value, '');
      continue;
    }
    if (entries.length === 0) printer.lines.push(`${name}: {}`);
    else printer.lines.push(`${name}:`);
    entries.forEach(([id, entry], index) => {
      if (index > 0 && name === 'Resources') printer.lines.push('');
      const first = printer.lines.length + 1;
      printer.entry(id, entry, '  ');
      lines.set(id, { first, last: printer.lines.length });
    });
  }
  return { text: `${printer.lines.join('\n')}\n`, lines };
}

function jsonText(sections: Sections): TemplateText {
  const out: string[] = ['{'];
  const lines = new Map<string, LineRange>();
  sections.forEach(([name, value], index) => {
    const comma = index === sections.length - 1 ? '' : ',';
    const entries = listedIn(name, value);
    if (entries === undefined || entries.length === 0) {
      pushJson(out, name, value, '  ', comma);
      return;
    }
    out.push(`  ${JSON.stringify(name)}: {`);
    entries.forEach(([id, entry], at) => {
      const first = out.length + 1;
      pushJson(out, id, entry, '    ', at === entries.length - 1 ? '' : ',');
      lines.set(id, { first, last: out.length });
    });
    out.push(`  }${comma}`);
  });
  out.push('}');
  return { text: `${out.join('\n')}\n`, lines };
}

function pushJson(out: string[], key: string, value: CfnValue, indent: string, comma: string): void {
  const body = JSON.stringify(value, null, 2).split('\n');
  body.forEach((line, index) => {
    const head = index === 0 ? `${JSON.stringify(key)}: ` : '';
    out.push(`${indent}${head}${line}${index === body.length - 1 ? comma : ''}`);
  });
}

/** The entries of a section whose lines are wanted. */
function listedIn(name: string, value: CfnValue): readonly (readonly [string, CfnValue])[] | undefined {
  if (name !== 'Parameters' && name !== 'Resources' && name !== 'Outputs') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).flatMap(([id, entry]) => (entry === undefined ? [] : [[id, entry] as const]));
}
