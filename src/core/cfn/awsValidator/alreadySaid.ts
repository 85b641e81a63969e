/**
 * What our own rules say as well, in both languages and often with a fix, is not told a second time in AWS's words. The same
 * fault is one that a rule of ours names among its `cfnLint`; the same place is the same line of a template, or the same
 * resource where the two do not name properties apart from each other.
 */
import type { Catalog } from '../../catalog/catalog';
import type { Document, ResourceId } from '../../model/document';
import type { Finding } from '../../rules/rule';
import { placeOf } from '../places';
import type { AwsFinding } from './awsFinding';

export interface Standing {
  /** The resource that a finding of AWS's is about, where it is drawn. */
  readonly on: ResourceId | undefined;
  /** The template that it was found in, where that is as it was read. */
  readonly file: string | undefined;
}

/** `cfnLintOf`: what a rule of ours, by its id, names among its `cfnLint`. */
export function alreadySaid(
  catalog: Catalog,
  document: Document,
  own: readonly Finding[],
  cfnLintOf: (rule: string) => readonly string[],
): (finding: AwsFinding, standing: Standing) => boolean {
  const rivals = own.filter(({ rule }) => cfnLintOf(rule).length > 0);
  return (finding, { on, file }) => {
    const { rule, line, logicalId, properties } = finding;
    return rivals.some((each) => {
      if (!cfnLintOf(each.rule).includes(rule)) return false;
      const place = each.place ?? placeOf(document, each.on[0], each.field);
      const inSameFile = file !== undefined && place?.file === file;
      if (inSameFile && line !== undefined && place.line === line) return true;
      if (inSameFile && each.place !== undefined && isOfCircle(finding, each.place.logicalId)) return true;
      const isSame =
        (on !== undefined && each.on.includes(on)) ||
        (inSameFile && logicalId !== undefined && each.place?.logicalId === logicalId);
      if (!isSame) return false;
      const named = propertiesOf(catalog, document, each);
      return named.length === 0 || properties.length === 0 || named.some((name) => properties.includes(name));
    });
  };
}

/** AWS tells each member of a circle, we the first one. */
function isOfCircle({ rule, message }: AwsFinding, first: string | undefined): boolean {
  return rule === 'E3004' && first !== undefined && message.split(/\W+/).includes(first);
}

/** The properties of a template that a finding of ours is about; none where it is about a resource as a whole. */
function propertiesOf(
  catalog: Catalog,
  document: Document,
  { on: [first], field, place }: Finding,
): readonly string[] {
  const resource = document.resources.get(first);
  const [prop = '', , column = ''] = field?.split('.') ?? [];
  const described = resource === undefined ? undefined : catalog.fields(resource.kind).get(prop);
  const read = resource?.provenance?.places?.[field ?? ''] ?? [];
  return [
    place?.property,
    described?.property?.replace(/^.*\//, ''),
    described?.control === 'rows' ? described.columns[column]?.property : undefined,
    ...read.slice(3).filter((step) => typeof step === 'string' && !step.startsWith('Fn::')),
  ].filter((each) => typeof each === 'string');
}
