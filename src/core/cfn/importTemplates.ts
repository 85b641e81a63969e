/** Templates to a diagram. Never throws: what cannot be drawn is kept and told of. */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import { heldProps } from '../catalog/heldProps';
import {
  emptyDocument,
  type Document,
  type Resource,
  type ResourceId,
  type TemplateId,
} from '../model/document';
import type { Finding } from '../rules/rule';
import { arrangeImported, laidOut, type ReadRecord } from './arrangeImported';
import { drawnResources, type Drawn, type DrawnResources } from './drawn';
import type { Guess } from './evaluate/evaluated';
import type { Evaluator } from './evaluate/evaluate';
import { checkAttributes } from './faults/checkAttributes';
import { checkPacketRules } from './faults/checkPacketRules';
import { checkProperties } from './faults/checkProperties';
import { checkParameters } from './faults/checkParameters';
import { checkReferences } from './faults/checkReferences';
import { checkShape } from './faults/checkShape';
import { createFaultList } from './faults/faultList';
import { foundFaults } from './foundFaults';
import { withGuesses } from './guessed';
import { importProblems, type ImportProblem } from './importProblems';
import type { CfnReader } from './mapping';
import { checkNesting } from './nested/checkNesting';
import { madeIn } from './nested/madeIn';
import { evaluatorsOf, readStacks } from './nested/readStacks';
import { unopenedStacks } from './nested/unopenedStacks';
import { nameOfStacks } from './nested/nameOfStacks';
import { notATemplate } from './notATemplate';
import { rememberConditions } from './chosenBranch';
import { readTemplates } from './readTemplates';
import { rememberOriginal } from './remembered';
import { createReader } from './reader';
import type { GuessNote, ReaderContext } from './readerContext';
import { parseTemplate, type ImportFailure, type TemplateSource } from './source/parseTemplate';
import type { SyntaxNode } from './source/syntax';
import { createStandIns, type StandIn } from './standIns';
import { namedRegion } from './namedRegion';
import { createNamers } from './namers';
import { rowsOf } from './satelliteRows';
import type { Stack, StackResource } from './stack';
import { idsFor, templateIdsOf } from './stackIds';
import { sortedByUse } from './understood';
import { unmodelledIn } from './unmodelled/unmodelledIn';

export type { ImportFailure } from './source/parseTemplate';

export interface ImportOptions {
  /** Values for the parameters of the templates. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Absent: the one whose zones the templates name. */
  readonly region?: string;
  /** Whether a resource is to be no more than text. */
  readonly isOnlyText?: (template: TemplateId, resource: StackResource) => boolean;
}

export interface ImportReport {
  /** The logical IDs of what is drawn, with what was absorbed into it. */
  readonly understood: readonly string[];
  /** Those of what is kept and not drawn. */
  readonly passedThrough: readonly string[];
  readonly problems: readonly ImportProblem[];
  /** Of answers of the AWS CLI: the commands whose answers are missing, to be run as they are. */
  readonly commands?: readonly string[];
}

export interface Imported {
  readonly document: Document;
  readonly report: ImportReport;
  /** The faults of the templates themselves; those of the network are found by validating the document. */
  readonly findings: readonly Finding[];
  /** Nothing could be made of the files. */
  readonly failure?: ImportFailure;
}

export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

const defaultRegion = 'ap-northeast-1';

export function importTemplates(
  catalog: Catalog,
  files: readonly TemplateFile[],
  options: ImportOptions = {},
): Imported {
  const sources: { readonly file: string; readonly source: TemplateSource }[] = [];
  for (const { name, text } of files) {
    const source = parseTemplate(name, text);
    const failure = 'root' in source ? notATemplate(name, source) : source;
    if (failure !== undefined) return failed(failure, options.region ?? defaultRegion);
    if ('root' in source) sources.push({ file: name, source });
  }
  return importSources(catalog, sources, options);
}

export interface SourceOptions extends ImportOptions {
  /**
   * Whether the sources are no templates, but stand for what exists: then there is no author's slip to find in them or to
   * mend, and nobody wants their places but who lays out the whole.
   */
  readonly exists?: boolean;
}

/** The same for texts that were parsed already. `id`: of the template that a text is. */
export function importSources(
  catalog: Catalog,
  sources: readonly { readonly file: string; readonly source: TemplateSource; readonly id?: TemplateId }[],
  { region: asked, parameters = {}, isOnlyText, exists = false }: SourceOptions,
): Imported {
  const region = asked ?? namedRegion(sources, parameters) ?? defaultRegion;
  const nested = readStacks(sources, { region, parameters });
  const stacks = nested.all;
  const faults = createFaultList();
  const evaluators = evaluatorsOf(nested, { region, parameters }, (stack) => {
    if (exists) return new Map();
    const references = checkReferences(stack);
    faults.add(stack, checkShape(stack));
    faults.add(stack, checkParameters(stack));
    faults.add(stack, references.faults);
    faults.add(stack, checkNesting(stack, nested));
    return references.faulty;
  });

  const templateIds = templateIdsOf(
    stacks,
    sources.map(({ id }) => id),
  );
  const { idOf, isTaken } = idsFor(stacks, templateIds);
  const evaluatorOf = new Map(evaluators.map((evaluator) => [evaluator.stack, evaluator]));
  const isMade = madeIn(nested, evaluatorOf);
  let drawn: DrawnResources | undefined;
  const standIns = createStandIns(
    catalog,
    (id) => isTaken(id) || drawn?.all.some((each) => each.id === id) === true,
  );
  const namers = createNamers(evaluators, isMade);
  const refused = new Map<SyntaxNode, ReadonlyMap<string, Words>>();

  const contextOf = (
    owner: Drawn | undefined,
  ): { readonly context: ReaderContext; readonly notes: readonly GuessNote[] } => {
    const notes: GuessNote[] = [];
    const context: ReaderContext = {
      owner: owner?.id ?? '',
      isImplied: owner?.impliedBy !== undefined,
      drawn: () => drawn,
      standIns: owner === undefined ? undefined : standIns,
      isMade: (evaluator, logicalId) => isMade(evaluator, evaluator.stack.resources.get(logicalId)),
      places: {},
      expressions: {},
      guess: (note) => void notes.push(note),
      refused,
      report({ stack }, fault) {
        if (owner !== undefined) faults.add(stack, [fault]);
      },
      satellites: (role) =>
        (owner === undefined ? [] : rowsOf(owner, role)).flatMap(({ absorbed, row }) => {
          const evaluator = evaluatorOf.get(absorbed.stack);
          if (evaluator === undefined) return [];
          return [readerOf(context, evaluator, absorbed.resource, { row, guess: absorbed.guess })];
        }),
      namedIn({ evaluator, logicalId }, type, property) {
        const named = evaluator.stack.resources.get(logicalId);
        return (named === undefined ? [] : namers.of(named, type, property)).map((item) => ({
          by: drawn?.ownerOf(item.evaluator.stack, item.resource.logicalId)?.id ?? null,
          item: createReader(context, { ...item, logicalId: item.resource.logicalId, type }),
        }));
      },
    };
    return { context, notes };
  };

  drawn = drawnResources(
    catalog,
    evaluators,
    idOf,
    (evaluator, resource) =>
      isOnlyText?.(templateIds.get(evaluator.stack) ?? '', resource) !== true && isMade(evaluator, resource),
    (evaluator, resource) => readerOf(contextOf(undefined).context, evaluator, resource),
  );

  for (const evaluator of evaluators) {
    const { stack } = evaluator;
    const packetRules = checkPacketRules(
      evaluator,
      (resource) => isMade(evaluator, resource),
      (resource) => drawn?.ownerOf(stack, resource.logicalId) !== undefined,
    );
    for (const [node, whys] of packetRules.refused) refused.set(node, whys);
    if (exists) continue;
    faults.add(stack, packetRules.faults);
    faults.add(stack, checkProperties(stack));
    faults.add(stack, checkAttributes(stack));
  }

  const records: ReadRecord[] = [];
  for (const each of drawn.all) {
    const evaluator = evaluatorOf.get(each.stack);
    if (evaluator === undefined) continue;
    const { context, notes } = contextOf(each);
    const reader = readerOf(context, evaluator, each.resource);
    const { parentId, props: read } = each.mapping.read(reader, { region });
    const fields = catalog.fields(each.kind);
    // A kind's props are a plain record, of which some values have become unknown.
    const { props, guesses } = withGuesses(
      fields,
      parentId,
      heldProps(fields, read as unknown as Readonly<Record<string, unknown>>),
      notes,
      (stack) => templateIds.get(stack) ?? stack.file,
    );
    records.push({
      drawn: each,
      name: each.impliedBy === undefined ? reader.name() : each.id,
      parentId: each.impliedBy?.owner ?? parentId,
      props: props as unknown as Resource['props'],
      guesses,
      places: context.places,
      expressions: context.expressions,
    });
  }

  const resourcesDrawn = drawn;
  const unmodelled = new Map(
    (exists ? [] : evaluators).map((evaluator) => [
      evaluator.stack,
      unmodelledIn(
        {
          evaluators,
          drawn: resourcesDrawn,
          standIns: standIns.all,
          idOf,
          isMade,
          isOpened: (stack, logicalId) => nested.childOf(stack, logicalId) !== undefined,
          readerOf: (own, resource) => readerOf(contextOf(undefined).context, own, resource),
          outermost: (stack) => outermost(records, standIns.all, stack),
        },
        evaluator,
      ),
    ]),
  );
  const templates = readTemplates(stacks, templateIds, parameters, region, unmodelled);
  for (const [stack, template] of templates) rememberConditions(template, evaluatorOf.get(stack));
  const arranged = arrangeImported(catalog, records, standIns, region, isTaken, templates);
  const resources = exists ? arranged : laidOut(catalog, arranged, region);
  const document: Document = {
    ...emptyDocument,
    name: nameOfStacks(nested),
    resources,
    templates: new Map([...templates.values()].map((template) => [template.id, template])),
    settings: { region },
    asRead: { resources },
  };
  const found = foundFaults(faults.all, idOf, (stack) => templates.get(stack)?.id);
  rememberOriginal(document.templates, { document, faults: found });
  const findings = found.map(({ finding }) => finding);
  return {
    document,
    findings,
    report: {
      ...sortedByUse(nested, drawn, idOf),
      problems: [
        ...found.map(({ finding: { severity, message, on }, place }): ImportProblem => ({
          severity: severity === 'advice' ? 'warning' : severity,
          message,
          logicalId: on[0],
          ...place,
        })),
        ...importProblems(
          evaluators,
          parameters,
          (stack, logicalId) => resourcesDrawn.ownerOf(stack, logicalId) !== undefined,
        ),
        ...unopenedStacks(nested),
      ],
    },
  };
}

function readerOf(
  context: ReaderContext,
  evaluator: Evaluator,
  resource: StackResource,
  satellite: { readonly row?: string; readonly guess?: Guess | undefined } = {},
): CfnReader {
  return createReader(context, {
    guess: undefined,
    ...satellite,
    evaluator,
    logicalId: resource.logicalId,
    type: resource.type,
    node: resource.properties,
    path: ['Resources', resource.logicalId, 'Properties'],
    offset: resource.keyStart,
  });
}

function failed(failure: ImportFailure, region: string): Imported {
  return {
    document: { ...emptyDocument, settings: { region } },
    report: { understood: [], passedThrough: [], problems: [] },
    findings: [],
    failure,
  };
}

/** What stands in nothing else of a stack, and what stands for something outside it. */
function outermost(
  records: readonly ReadRecord[],
  standIns: readonly StandIn[],
  stack: Stack,
): readonly ResourceId[] {
  return [
    ...records
      .filter(({ drawn, parentId }) => drawn.stack === stack && parentId === null)
      .map(({ drawn }) => drawn.id),
    ...standIns.filter((each) => each.stack === stack).map(({ id }) => id),
  ];
}
