/** What reading a template once has told, kept as long as the template is, so that nobody reads it twice. */
import type { Document, Template, TemplateId } from '../model/document';
import type { Finding } from '../rules/rule';
import type { Meant } from './faults/templateFault';
import { parseTemplate, type TemplateSource } from './source/parseTemplate';
import type { Path, Position, SyntaxNode } from './source/syntax';
import type { Unrolled } from './loops/unroll';
import { readStacks } from './nested/readStacks';

/** The tree of a template's text, made when it is first asked for. A template is never changed, only replaced. */
const sources = new WeakMap<Template, TemplateSource | 'none'>();

/** What the texts say as a whole. */
const wholes = new WeakMap<Template, WholeText>();

export interface WholeText {
  /** The tree in which the places of resources are paths: with the loops taken apart, and SAM's Globals in each function. */
  readonly root: SyntaxNode;
  /** The same with nothing but the loops taken apart. */
  readonly loops: Unrolled;
}

/** `whole`: the stack that it was read as. */
export function rememberSource(template: Template, source: TemplateSource, { root, loops }: WholeText): void {
  sources.set(template, source);
  wholes.set(template, { root, loops });
}

/** Of a template that is the same in all that its text says. */
export function rememberAs(template: Template, same: Template): void {
  const [source, whole] = [sourceOf(same), wholeOf(same)];
  if (source !== undefined && whole !== undefined) rememberSource(template, source, whole);
}

export function sourceOf(template: Template): TemplateSource | undefined {
  let source = sources.get(template);
  if (source === undefined) {
    const parsed = parseTemplate(template.fileName, template.text);
    source = 'root' in parsed ? parsed : 'none';
    sources.set(template, source);
  }
  return source === 'none' ? undefined : source;
}

export function wholeOf(template: Template): WholeText | undefined {
  const source = sourceOf(template);
  const known = wholes.get(template);
  if (known !== undefined || source === undefined) return known;
  const options = template.readWith ?? { parameters: {}, region: 'ap-northeast-1' };
  const [stack] = readStacks([{ file: template.fileName, source }], options).all;
  if (stack !== undefined) rememberSource(template, source, stack);
  return wholes.get(template);
}

export function rootOf(template: Template): SyntaxNode | undefined {
  return wholeOf(template)?.root;
}

/** The diagram that templates were read as, before it was changed. */
export interface Original {
  readonly document: Document;
  /** What is wrong with the templates themselves. */
  readonly faults: readonly FoundInTemplate[];
}

/** A fault of a template, with what it is about. */
export interface FoundInTemplate {
  readonly finding: Finding;
  readonly template: TemplateId | undefined;
  /** Of the resource it is about, drawn or not; or the name of a section. */
  readonly logicalId: string;
  readonly path: Path;
  readonly property: string | undefined;
  /** For a faulty reference, what was surely meant. */
  readonly meant: Meant | undefined;
  readonly place: TemplatePlace;
}

export interface TemplatePlace extends Position {
  readonly file: string;
}

const originals = new WeakMap<ReadonlyMap<TemplateId, Template>, Original>();

export function rememberOriginal(templates: ReadonlyMap<TemplateId, Template>, original: Original): void {
  originals.set(templates, original);
}

export function recallOriginal(templates: ReadonlyMap<TemplateId, Template>): Original | undefined {
  return originals.get(templates);
}
