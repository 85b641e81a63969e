/** Templates as part of a command line's design, with the names and places that their authors know. */
import { catalog } from '../aws';
import { wrongParameters } from '../core/cfn/constraints';
import { importTemplates, type ImportReport } from '../core/cfn/importTemplates';
import { placeOf, propertyOf, sourceOf } from '../core/cfn/places';
import { stackOf } from '../core/cfn/stack';
import { templateFindings } from '../core/cfn/templateFindings';
import type { Document, Resource, ResourceId } from '../core/model/document';
import type { Finding } from '../core/rules/rule';
import type { Input, Remark } from './openInput';
import { shownFile } from './openInput';
import { Refusal } from './refusal';

export interface OpenedTemplates {
  readonly document: Document;
  readonly findings: readonly Finding[];
  /** What else the reader of templates has to say. */
  readonly remarks: readonly Remark[];
  readonly report: ImportReport;
}

export function openTemplates(
  files: readonly { readonly name: string; readonly text: string }[],
  parameters: Readonly<Record<string, string>>,
  region: string | undefined,
): OpenedTemplates {
  const named = files.map(({ name, text }) => ({ name: shownFile(name), text }));
  const { document, report, failure } = importTemplates(catalog, named, {
    parameters,
    ...(region === undefined ? {} : { region }),
  });
  if (failure !== undefined) {
    const { message, ...place } = failure;
    throw new Refusal(message, place);
  }
  refuseWrongParameters(document, parameters);
  // With what would mend them.
  const findings = templateFindings(catalog, document);
  const told = new Set(findings.map(({ message }) => message));
  return {
    document,
    findings,
    remarks: report.problems.filter(({ message }) => !told.has(message)),
    report,
  };
}

/** As CloudFormation does. */
function refuseWrongParameters(document: Document, parameters: Readonly<Record<string, string>>): void {
  const stacks = [...document.templates.values()].flatMap((template) => {
    const source = sourceOf(template);
    return source === undefined ? [] : [stackOf(template.fileName, source)];
  });
  for (const { message, ...place } of wrongParameters(stacks, parameters)) throw new Refusal(message, place);
}

/** What answers call the resources of templates, and where they point. `document` may hold those of diagrams too. */
export function templateAnswers(
  document: Document,
  opened: Document,
): Pick<Input, 'placeOf' | 'propertyOf' | 'rowName'> & { readonly names: ReadonlyMap<ResourceId, string> } {
  const ours = [...document.resources.values()].filter(
    ({ provenance }) => provenance !== undefined && isOurs(document, opened, provenance.template),
  );
  return {
    // What a template refers to and does not make has no logical ID: its name is what the template calls it.
    names: namesOf(
      document,
      ours.filter(({ provenance }) => provenance?.logicalId !== ''),
    ),
    placeOf({ on: [first], field, place }: Finding) {
      if (place === undefined) return placeOf(document, first, field);
      const { file, line, column } = place;
      return { file, line, column };
    },
    propertyOf({ on: [first], field, place }: Finding) {
      if (field === undefined) return place?.property;
      const property = propertyOf(document, first, field, describedProperty(document, first, field));
      // What the template does not say has no name there: our own would not be found in it.
      return property ?? (document.resources.get(first)?.provenance === undefined ? field : undefined);
    },
    rowName(id, field, rowKey) {
      const provenance = document.resources.get(id)?.provenance;
      if (provenance === undefined || field === undefined || rowKey === undefined) return undefined;
      const prefix = `${field}.${rowKey}.`;
      for (const [prop, path] of Object.entries(provenance.places ?? {}))
        if (prop.startsWith(prefix) && path[0] === 'Resources' && path[1] !== provenance.logicalId)
          return String(path[1]);
      return undefined;
    },
  };
}

function isOurs(document: Document, opened: Document, template: string): boolean {
  const text = document.templates.get(template)?.text;
  return text !== undefined && [...opened.templates.values()].some((each) => each.text === text);
}

/** Logical IDs, behind the name of the file where two files have the same one. */
function namesOf(document: Document, resources: readonly Resource[]): ReadonlyMap<ResourceId, string> {
  const uses = new Map<string, number>();
  for (const { provenance } of resources) {
    const logicalId = provenance?.logicalId ?? '';
    uses.set(logicalId, (uses.get(logicalId) ?? 0) + 1);
  }
  // The id of a template is the path of its file, with a number where several stacks are made of it.
  const ids = [...document.templates.keys()];
  const baseOf = (path: string): string => path.replace(/^.*[\\/]/, '');
  const shortName = (path: string): string =>
    ids.filter((each) => baseOf(each) === baseOf(path)).length > 1 ? path : baseOf(path);
  return new Map(
    resources.map(({ id, provenance }) => {
      const logicalId = provenance?.logicalId ?? '';
      const name = shortName(provenance?.template ?? '');
      return [id, (uses.get(logicalId) ?? 0) > 1 ? `${name}:${logicalId}` : logicalId];
    }),
  );
}

/** The CloudFormation property that the kind says a field stands for. */
function describedProperty(document: Document, id: ResourceId, field: string): string | undefined {
  const resource = document.resources.get(id);
  if (resource === undefined) return undefined;
  const [prop = '', , column] = field.split('.');
  const described = catalog.fields(resource.kind).get(prop);
  if (described?.control === 'rows' && column !== undefined) return described.columns[column]?.property;
  return described?.property?.replace(/^.*\//, '');
}
