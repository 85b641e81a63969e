/**
 * Several stacks may be made of one file, and the diagram may change one of them alone. One file cannot say two things:
 * where they differ, each text gets a file of its own, and the stack around names that.
 */
import { sameJson } from '../../../lib/sameJson';
import type { Document, Template, TemplateId } from '../../model/document';
import type { Exported } from '../exported';
import { sourceOf } from '../remembered';
import { templateText } from '../templateText';
import { saidOfFiles } from './filesApartWords';
import { readStacks } from './readStacks';
import { lastPart, nestedStack, withUrls, type Nested } from './withUrls';

/** One of a diagram's templates, as it is written. */
export interface Apart {
  readonly template: Template;
  /** The one it was read from, or one of its own. */
  readonly fileName: string;
  readonly exported: Exported;
}

type Written = Pick<Apart, 'template' | 'exported'>;

/** The other templates of a diagram that are the same file. */
export function sharersOf({ templates }: Document, id: TemplateId): readonly Template[] {
  const own = templates.get(id);
  return own === undefined
    ? []
    : [...templates.values()].filter((each) => each.id !== id && each.fileName === own.fileName);
}

export function filesApart(written: readonly Written[]): readonly Apart[] {
  const asRead = new Map(written.map(({ template }) => [template.id, template.fileName]));
  const groups = grouped(written, ({ template }) => template.fileName);
  if ([...groups.values()].every(isOneText))
    return written.map((each) => ({ ...each, fileName: each.template.fileName }));
  const nested = nestedIn(written);
  const named = (names: ReadonlyMap<TemplateId, string>): readonly Apart[] =>
    written.map(({ template, exported }) => ({
      template,
      fileName: names.get(template.id) ?? template.fileName,
      exported: withUrls(template, exported, nested, names),
    }));
  let names: ReadonlyMap<TemplateId, string> = asRead;
  // A stack that names another file is another text itself, which may need a file of its own.
  for (let round = 0; round < written.length; round++) {
    const next = namesOf(named(names));
    if (sameJson([...next], [...names])) break;
    names = next;
  }
  return named(names).map((each) => ({
    ...each,
    exported: { ...each.exported, problems: [...saidOfFiles(each, nested), ...each.exported.problems] },
  }));
}

function grouped<T, K>(all: readonly T[], by: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const group = groups.get(by(each));
    if (group === undefined) groups.set(by(each), [each]);
    else group.push(each);
  }
  return groups;
}

function isOneText(group: readonly Pick<Apart, 'exported'>[]): boolean {
  return group.every(({ exported }) => says(exported, group[0]?.exported));
}

function says(one: Exported, other: Exported | undefined): boolean {
  return sameJson(one.template, other?.template);
}

/** Its author's file can stay what it is. */
function isUnchanged({ template, exported }: Written): boolean {
  const format = sourceOf(template)?.format;
  return format !== undefined && templateText(exported.template, format).text === template.text;
}

/** The stacks that resources of other stacks make. */
function nestedIn(written: readonly Written[]): readonly Nested[] {
  const sources = written.flatMap(({ template }) => {
    const source = sourceOf(template);
    return source === undefined ? [] : [{ template, file: template.fileName, source }];
  });
  const exportedOf = new Map(written.map(({ template, exported }) => [template.id, exported.template]));
  const options = sources[0]?.template.readWith ?? { region: 'ap-northeast-1', parameters: {} };
  const { all, ownerOf } = readStacks(sources, options);
  // The stacks of the files come first, in their order.
  const templateOf = new Map(all.map((stack, index) => [stack, sources[index]?.template]));
  return [...templateOf].flatMap(([stack, template]): Nested[] => {
    const owner = ownerOf(stack);
    const around = owner && templateOf.get(owner.stack);
    return template === undefined || owner === undefined || around === undefined
      ? []
      : [nestedStack(template, around, owner.resource.logicalId, exportedOf.get(around.id))];
  });
}

/** What says the same has the same name: where it can be, that of its author's file for what its author wrote. */
function namesOf(now: readonly Apart[]): ReadonlyMap<TemplateId, string> {
  const names = new Map<TemplateId, string>();
  const taken = new Set(now.map(({ template }) => template.fileName));
  for (const [fileName, group] of grouped(now, ({ template }) => template.fileName)) {
    const kept = isOneText(group) ? group[0] : (group.find(isUnchanged) ?? group[0]);
    const others: { readonly name: string; readonly exported: Exported }[] = [];
    for (const { template, exported } of group) {
      let name = says(exported, kept?.exported)
        ? fileName
        : others.find((each) => says(exported, each.exported))?.name;
      if (name === undefined) {
        name = freeName(fileName, taken);
        taken.add(name);
        others.push({ name, exported });
      }
      names.set(template.id, name);
    }
  }
  return new Map(now.map(({ template: { id, fileName } }) => [id, names.get(id) ?? fileName]));
}

/** Of another file's name in no folder either: a folder that is written to may hold those of several. */
function freeName(fileName: string, taken: ReadonlySet<string>): string {
  const [, path = '', ending = ''] = /^(.*?)((?:\.[^./\\]*)?)$/s.exec(fileName) ?? [];
  const used = new Set([...taken].map(lastPart));
  let number = 1 + [...taken].filter((each) => lastPart(each) === lastPart(fileName)).length;
  while (used.has(lastPart(`${path}-${number}${ending}`))) number++;
  return `${path}-${number}${ending}`;
}
