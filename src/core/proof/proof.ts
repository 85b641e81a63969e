/**
 * Whether what is about to be handed out is the design: written, read back and compared; and whether AWS would take it, as
 * far as our rules know. What is not so is told one by one, so that a person can look at each.
 */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Document, FlowId, ResourceId } from '../model/document';
import type { Finding, Rule } from '../rules/rule';
import { shown, validate } from '../rules/validate';
import { differences } from './differences';
import type { Held } from './held';
import { sayDifference } from './differenceWords';

/** What a format that can be read again gives; each format of ours that can be has a function that makes one. */
export type ReadBack =
  | {
      /** What the format holds of the design, and what was read of it, by the names that the format has. */
      readonly written: ReadonlyMap<string, Held>;
      readonly readBack: ReadonlyMap<string, Held>;
      /** What reading found wrong with what was written. */
      readonly findings: readonly Finding[];
      /** What people know such a name as. */
      nameOf(name: string): string;
    }
  /** It cannot be read at all. */
  | { readonly failure: Words };

/** One thing that is not proven. */
export interface Unproven {
  /** Not the same when read back; refers to nothing, or is wrong as a text; or breaks a rule. */
  readonly is: 'difference' | 'fault' | 'rule';
  readonly message: Words;
  /** Where to look, where it is drawn. */
  readonly on: ResourceId | FlowId | null;
  readonly field?: string;
}

export interface Proof {
  /** How many resources were compared; null where the format is not read back. */
  readonly compared: number | null;
  readonly unproven: readonly Unproven[];
}

/** `readBack`: undefined for a format that we do not read. `remarks`: faults that writing it has found. */
export function proofOf(
  catalog: Catalog,
  rules: ReadonlyMap<string, Rule>,
  document: Document,
  readBack: ReadBack | undefined,
  faults: readonly Unproven[] = [],
): Proof {
  const unproven = new Map<string, Unproven>();
  const add = (each: Unproven): void => {
    if (!unproven.has(each.message.en)) unproven.set(each.message.en, each);
  };
  for (const each of faults) add(each);
  let compared: number | null = null;
  if (readBack !== undefined && 'failure' in readBack)
    add({ is: 'fault', message: notReadable(readBack.failure), on: null });
  else if (readBack !== undefined) {
    compared = readBack.written.size;
    const { findings } = shown(document, readBack.findings);
    for (const finding of findings)
      if (finding.severity === 'error') add(ofFinding(document, 'fault', finding));
    for (const each of differences(readBack.written, readBack.readBack))
      add({
        is: 'difference',
        message: sayDifference(catalog, document, each, (name) => readBack.nameOf(name)),
        on: each.is === 'added' ? null : each.id,
        ...(each.is === 'changed'
          ? { field: each.prop }
          : each.is === 'elsewhere'
            ? { field: 'parentId' }
            : {}),
      });
  }
  const { findings, failures } = validate(catalog, rules, document);
  // A rule that threw has proven nothing.
  for (const { rule } of failures) add({ is: 'rule', message: ruleFailed(rule), on: null });
  for (const finding of findings)
    // An effect is told by its cause.
    if (finding.severity === 'error' && finding.causedBy === undefined)
      add(ofFinding(document, 'rule', finding));
  return { compared, unproven: [...unproven.values()] };
}

function ofFinding(
  { resources, flows }: Document,
  is: 'fault' | 'rule',
  { message, on: [about], field }: Finding,
): Unproven {
  const isDrawn = resources.has(about) || flows.has(about);
  return { is, message, on: isDrawn ? about : null, ...(isDrawn && field !== undefined ? { field } : {}) };
}

function notReadable({ en, ja }: Words): Words {
  return { en: `What was written cannot be read back: ${en}`, ja: `出力した内容を読み戻せません: ${ja}` };
}

function ruleFailed(rule: string): Words {
  return {
    en: `The rule ${rule} could not be checked`,
    ja: `ルール ${rule} を検査できませんでした`,
  };
}
