/** From what AWS's validator says of one text to findings on the resources of the diagram. */
import type { Catalog } from '../../catalog/catalog';
import type { Document, ResourceId } from '../../model/document';
import type { Finding } from '../../rules/rule';
import { alreadySaid } from './alreadySaid';
import { awsFindings, type AwsFinding } from './awsFinding';
import type { Report } from './report';
import type { TextToValidate } from './textsToValidate';

export interface Own {
  /** What our own rules have found, with what somebody suppressed of it. */
  readonly findings: readonly Finding[];
  /** What a rule of ours, by its id, names among its `cfnLint`. */
  cfnLintOf(rule: string): readonly string[];
}

export function findingsOfReport(
  catalog: Catalog,
  document: Document,
  text: TextToValidate,
  report: Report,
  own: Own,
): readonly Finding[] {
  const isSaid = alreadySaid(catalog, document, own.findings, (rule) => own.cfnLintOf(rule));
  const used = new Map<string, number>();
  return awsFindings(report).flatMap((found): Finding[] => {
    const on = found.logicalId === undefined ? undefined : text.ownerOf(found.logicalId);
    if (isSaid(found, { on, file: text.file })) return [];
    const about = on ?? found.logicalId ?? text.file ?? '';
    const base = ['aws', found.rule, about, ...found.properties].join(':');
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return [findingOf(catalog, document, text.file, found, about, count === 1 ? base : `${base}#${count}`)];
  });
}

function findingOf(
  catalog: Catalog,
  document: Document,
  file: string | undefined,
  { rule, severity, message, properties, line, column = 1, ...words }: AwsFinding,
  about: ResourceId,
  key: string,
): Finding {
  const field = fieldOf(catalog, document, about, properties);
  const property = properties.at(-1);
  return {
    rule,
    severity,
    on: [about],
    // These words are AWS's, which speak English only.
    message: { en: message, ja: message },
    key,
    ...(field === undefined ? {} : { field }),
    ...(file === undefined || line === undefined ? {} : { place: { file, line, column } }),
    aws: { ...words, ...(property === undefined ? {} : { property }) },
  };
}

/** The field that is written as the outermost of the properties. */
function fieldOf(
  catalog: Catalog,
  { resources }: Document,
  id: ResourceId,
  [property]: readonly string[],
): string | undefined {
  const resource = resources.get(id);
  if (resource === undefined || property === undefined) return undefined;
  for (const [prop, described] of catalog.fields(resource.kind))
    if (described.property?.replace(/^.*\//, '') === property) return prop;
  return undefined;
}
