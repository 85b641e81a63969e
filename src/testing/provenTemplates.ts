/** The templates with which generated code is proven: all examples, and random designs of every kind. */
import { readFileSync, readdirSync } from 'node:fs';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { exportTemplates } from '../core/cfn/exportTemplate';
import { importTemplates } from '../core/cfn/importTemplates';
import type { CfnTemplate, CfnValue } from '../core/cfn/template';
import type { Document } from '../core/model/document';
import { sketch } from '../core/model/sketch';
import { readDiagram } from '../core/store/diagramFile';
import { randomDesign } from './reference/randomDesign';
import { writtenOutSections } from './writtenOutSections';

export interface ProvenTemplate {
  readonly name: string;
  readonly template: CfnTemplate;
}

export function exampleTemplates(): readonly ProvenTemplate[] {
  const diagrams = readFolder('examples', /\.vpcanvas\.json$/).flatMap(({ name, text }) => {
    const read = readDiagram(catalog, text);
    return 'failure' in read ? [] : templatesOf(name, read.document);
  });
  const templates = readFolder('examples', /(?<!vpcanvas)\.(?:ya?ml|json)$/).flatMap((file) => {
    const { document, failure } = importTemplates(catalog, [file]);
    // What can only be data for CloudFormation itself is left out of code, with a remark.
    return failure !== undefined || file.text.includes('Fn::Transform')
      ? []
      : templatesOf(file.name, document);
  });
  return [...diagrams, ...templates];
}

export function randomTemplates(seed: number): readonly ProvenTemplate[] {
  return templatesOf(`seed ${seed}`, fromSketch(catalog, sketch(...randomDesign(seed).boxes)));
}

/** A template with its sections as they stand in its file. */
export function sectionsOf({ others, ...template }: CfnTemplate): Readonly<Record<string, CfnValue>> {
  return JSON.parse(JSON.stringify({ ...template, ...others })) as Readonly<Record<string, CfnValue>>;
}

/** A template as the tests' own evaluator takes it apart: without loops, and with the Globals of SAM in each function. */
export function writtenOutTemplate(template: CfnTemplate): CfnTemplate {
  // They have the shapes that they had.
  const {
    Description: _,
    Parameters,
    Resources,
    Outputs,
    Globals: __,
    ...others
  } = writtenOutSections(sectionsOf(template)) as unknown as CfnTemplate & Readonly<Record<string, CfnValue>>;
  return { ...template, Parameters, Resources, Outputs, others };
}

function templatesOf(name: string, document: Document): ProvenTemplate[] {
  return exportTemplates(catalog, document).map(({ exported: { template } }, index) => ({
    name: index === 0 ? name : `${name} ${index}`,
    template,
  }));
}

function readFolder(folder: string, ending: RegExp): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((name) => ({ name, text: readFileSync(name, 'utf8') }));
}
