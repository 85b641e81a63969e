/** What the worker of the version history answers. */
import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import { catalog } from '../awsKinds';
import { alignedWith } from '../core/diff/aligned';
import { comparisonOf } from '../core/diff/comparison';
import { drawnElsewhere } from '../core/diff/drawnElsewhere';
import { resourceChanges } from '../core/diff/resourceChanges';
import type { Document, ResourceId } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import { maxTextLength, readDiagram, writeDiagram } from '../core/store/diagramFile';
import { sameJson } from '../lib/sameJson';
import type {
  ChangeCounts,
  Packed,
  VersionAnswers,
  VersionQuestion,
  VersionQuestions,
} from './versionsProtocol';

const versionAnswers: {
  readonly [Q in VersionQuestion]: (question: VersionQuestions[Q]) => VersionAnswers[Q];
} = {
  pack({ document }) {
    const text = writeDiagram(catalog, document);
    return { packed: text.length >= maxTextLength ? null : zlibSync(strToU8(text)) };
  },
  unpack({ packed }) {
    const read = readDiagram(catalog, textOf(packed));
    return 'failure' in read ? { failure: read.failure.message } : { document: read.document };
  },
  text: ({ packed }) => ({ text: textOf(packed) }),
  changes: ({ before, after }) =>
    changesBetween(before === null ? emptyDocument : documentOf(before), documentOf(after)),
  compare: ({ before, after, depth }) => comparisonOf(catalog, before, after, depth),
};

export function answerTo<Q extends VersionQuestion>(
  ask: Q,
  question: VersionQuestions[Q],
): VersionAnswers[Q] {
  return versionAnswers[ask](question);
}

function textOf(packed: Packed): string {
  return strFromU8(unzlibSync(packed));
}

function documentOf(packed: Packed): Document {
  const read = readDiagram(catalog, textOf(packed));
  // Whoever asks learns that there is no answer; to take it for an empty one would be a lie.
  if ('failure' in read) throw new Error(read.failure.message.en);
  return read.document;
}

/** Without who reaches whom, which takes far longer than one line of a list is worth. */
function changesBetween(before: Document, after: Document): ChangeCounts {
  const { document: aligned } = alignedWith(catalog, before, after);
  const found = {
    added: new Set<ResourceId>(),
    removed: new Set<ResourceId>(),
    changed: new Set<ResourceId>(),
  };
  for (const { is, id } of resourceChanges(catalog, before, aligned))
    found[is === 'added' || is === 'removed' ? is : 'changed'].add(id);
  const nameOf = (id: ResourceId): string => {
    const resource = aligned.resources.get(id) ?? before.resources.get(id);
    if (resource === undefined) return id;
    return resource.name === '' ? catalog.kind(resource.kind).label.en : resource.name;
  };
  return {
    added: [...found.added].map(nameOf),
    removed: [...found.removed].map(nameOf),
    changed: [...found.changed].map(nameOf),
    flows: differing(before.flows, aligned.flows),
    elsewhere: drawnElsewhere(before, aligned).length,
  };
}

function differing(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): number {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => !sameJson(before.get(id), after.get(id))).length;
}
