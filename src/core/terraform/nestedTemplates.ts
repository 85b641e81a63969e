/** Which of the templates that are exported together a nested stack is made of. */
import type { NamedTemplate } from '../cdk/project';
import { writtenOut } from '../cfn/loops/writtenOut';
import { readStacks } from '../cfn/nested/readStacks';
import { detachedSource } from '../cfn/source/detachedSource';

export interface FiledTemplate extends NamedTemplate {
  /** Where it was read from; nested stacks find their template by the end of its path. */
  readonly file?: string | undefined;
}

export interface NestedTemplates {
  /** The templates that are different: one that several stacks are made of stands there once. */
  readonly templates: readonly FiledTemplate[];
  /** For each template: the places of those its stacks are made of, by logical ID. */
  readonly children: readonly ReadonlyMap<string, number>[];
}

export function nestedTemplates(given: readonly FiledTemplate[], region: string): NestedTemplates {
  const sources = given.map(({ file, name, template }) => ({
    file: file ?? name,
    source: detachedSource(writtenOut(template, region).template),
  }));
  const templates: FiledTemplate[] = [];
  const firsts = new Map<string, number>();
  const places = sources.map(({ file, source }, index) => {
    const key = JSON.stringify([file, source.text]);
    const known = firsts.get(key);
    const template = given[index];
    if (known !== undefined || template === undefined) return known ?? 0;
    firsts.set(key, templates.length);
    return templates.push(template) - 1;
  });
  const stacks = readStacks(sources, { region, parameters: {} });
  const children = templates.map(() => new Map<string, number>());
  for (const [index, stack] of stacks.all.slice(0, sources.length).entries())
    for (const id of stack.resources.keys()) {
      const child = stacks.childOf(stack, id);
      const at = sources.findIndex(({ source }) => source === child?.source);
      const place = places[at];
      if (place !== undefined) children[places[index] ?? 0]?.set(id, place);
    }
  return { templates, children };
}
