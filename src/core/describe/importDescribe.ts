/** Answers of AWS's own commands to a diagram. Never throws: what cannot be drawn is told of. */
import { ordersAfter } from '../../lib/order';
import type { Catalog } from '../catalog/catalog';
import { newResource } from '../catalog/newResource';
import type { ImportProblem } from '../cfn/importProblems';
import { importSources, type ImportReport } from '../cfn/importTemplates';
import { emptyDocument, type Document, type Resource, type ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Problem } from '../store/problem';
import { readAnswers, type AnswerFile } from './answers';
import { templateOf } from './cfnTree';
import type { AnyDescribeMapping, DescribedResource } from './describeMapping';
import { readScopeOf } from './readScope';
import { isAwsRecord, textIn } from './record';
import { placeAndRegion } from './regions';
import { saying } from './saying';
import { shortIds } from './shortIds';
import { unsaidList, withUnsaid } from './unsaid';

export interface ImportedAnswers {
  readonly document: Document;
  readonly report: ImportReport;
  /** Nothing could be made of the files. */
  readonly failure?: Problem & { readonly file: string };
}

export function importDescribe(
  catalog: Catalog,
  mappings: readonly AnyDescribeMapping[],
  files: readonly AnswerFile[],
  options: { readonly region?: string } = {},
): ImportedAnswers {
  const answers = readAnswers(files);
  if ('failure' in answers) return nothing({ ...answers.failure, file: answers.file });
  const { scope, lacking, region } = readScopeOf(mappings, answers, options.region);

  const described = new Map<string, DescribedResource>();
  const means = new Map<string, string>();
  const reduced = new Set<string>();
  for (const { reads } of mappings)
    for (const [list, read] of Object.entries(reads))
      for (const record of answers.all(list))
        for (const each of read(record, scope))
          if (each.id === '') reduced.add(answers.fileOf(record));
          else if (!described.has(each.id)) {
            described.set(each.id, each);
            for (const other of each.also ?? []) means.set(other, each.id);
          }

  const idMeant = (id: string): string => means.get(id) ?? id;
  // What another one has a part of: the network interface of a NAT gateway.
  for (const id of means.keys()) described.delete(id);
  dropUnused(described, idMeant);

  const shown = shortIds([...described.keys()]);
  const unresolved = new Set<string>();
  const source = templateOf(
    new Map(
      [...described].flatMap(([id, { type, properties = {} }]) =>
        type === undefined ? [] : [[shown.get(id) ?? id, { type, properties }] as const],
      ),
    ),
    (id) => {
      const found = shown.get(idMeant(id));
      if (found === undefined) unresolved.add(id);
      return found;
    },
  );
  const { document, report } = importSources(catalog, [{ file: '', source, id: '' }], {
    region,
    exists: true,
  });
  const resources = new Map<ResourceId, Resource>();
  for (const resource of document.resources.values()) resources.set(resource.id, withoutTemplate(resource));
  for (const [id, each] of described) {
    const own = shown.get(id) ?? id;
    if (each.draws !== undefined)
      resources.set(own, drawnBeside(catalog, each.draws, own, each.name ?? own, resources));
    const resource = resources.get(own);
    const name = each.name ?? logicalIdOf(each);
    if (resource !== undefined && name !== undefined && resource.name === own)
      resources.set(own, { ...resource, name });
    const about = resources.get(each.of === undefined ? own : (shown.get(each.of) ?? each.of));
    if (about !== undefined && each.says !== undefined)
      resources.set(
        about.id,
        saying(catalog, about, each.says, (to) => shown.get(idMeant(to))),
      );
  }
  for (const record of answers.all(unsaidList)) {
    const resource = resources.get(shown.get(idMeant(textIn(record, 'Id'))) ?? '');
    if (resource !== undefined)
      resources.set(
        resource.id,
        withUnsaid(catalog, resource, record, (to) => shown.get(idMeant(to))),
      );
  }
  const placed = placeAndRegion(
    catalog,
    {
      ...emptyDocument,
      name: nameOf(catalog, resources) ?? `AWS ${region}`,
      resources,
      settings: { region },
    },
    new Map(
      [...described].flatMap(([id, each]) =>
        each.region === undefined ? [] : [[shown.get(id) ?? id, each.region]],
      ),
    ),
  );
  const { problems, commands } = lacking(unresolved, reduced);
  return {
    document: placed,
    report: {
      understood: report.understood.filter((id) => resources.has(id)),
      passedThrough: [],
      problems: resources.size + problems.length === 0 ? [nothingDrawn] : problems,
      ...(commands.length === 0 ? {} : { commands }),
    },
  };
}

/**
 * What CloudFormation calls it whose stack it is of, by which its people know it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
 */
function logicalIdOf({ properties }: DescribedResource): string | undefined {
  const tags: unknown = properties?.['Tags'];
  if (!Array.isArray(tags)) return undefined;
  const tag = tags
    .filter(isAwsRecord)
    .find((each) => textIn(each, 'Key') === 'aws:cloudformation:logical-id');
  return textIn(tag, 'Value') || undefined;
}

/** Leaves out what AWS makes along with others and nothing refers to. */
function dropUnused(described: Map<string, DescribedResource>, idMeant: (id: string) => string): void {
  const used = new Set<string>();
  for (const { id, properties } of described.values())
    for (const ref of refsIn(properties ?? null)) if (idMeant(ref) !== id) used.add(idMeant(ref));
  for (const { id, optional } of described.values())
    if (optional === true && !used.has(id)) described.delete(id);
}

function* refsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* refsIn(item);
  else if (isAwsRecord(value))
    for (const [key, member] of Object.entries(value))
      if (key === 'Ref' && typeof member === 'string') yield member;
      else yield* refsIn(member);
}

/** What no template has: it stands where such things are put that stand freely, in the only Region's box if there is one. */
function drawnBeside(
  catalog: Catalog,
  kind: KindName,
  id: ResourceId,
  name: string,
  resources: ReadonlyMap<ResourceId, Resource>,
): Resource {
  const boxes = [...resources.values()].filter(
    (each) => each.parentId === null && catalog.kind(kind).parents.some((parent) => parent === each.kind),
  );
  const parentId = boxes[0]?.id ?? null;
  const last =
    [...resources.values()]
      .map(({ order }) => order)
      .sort()
      .at(-1) ?? null;
  return newResource(catalog, { kind, id, name, parentId, order: ordersAfter(last, 1)[0] ?? 'U' });
}

/** That of its only network; undefined where there are more. */
function nameOf(catalog: Catalog, resources: ReadonlyMap<ResourceId, Resource>): string | undefined {
  const [only, ...more] = [...resources.values()].filter(
    ({ kind, provenance }) => catalog.kind(kind).isNetwork === true && provenance?.outside === undefined,
  );
  return more.length === 0 ? only?.name : undefined;
}

/** As it would be if it had been drawn; what stands for something that no answer holds still says so. */
function withoutTemplate({ provenance, ...resource }: Resource): Resource {
  const { outside } = provenance ?? {};
  return (
    outside === undefined ? resource : { ...resource, provenance: { template: '', logicalId: '', outside } }
  ) as Resource;
}

const nothingDrawn: ImportProblem = {
  severity: 'warning',
  message: {
    en: 'The files hold answers of the AWS CLI, and nothing in them that is drawn. Check that the commands were run for the right account and Region',
    ja: 'AWS CLI の結果ですが、図に描かれるリソースが含まれていません。コマンドを実行したアカウントとリージョンを確認してください',
  },
};

function nothing(failure: Problem & { readonly file: string }): ImportedAnswers {
  return {
    document: emptyDocument,
    report: { understood: [], passedThrough: [], problems: [] },
    failure,
  };
}
