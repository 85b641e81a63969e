import type { Template, TemplateId, Unmodelled } from '../model/document';
import { rememberSource } from './remembered';
import type { Stack } from './stack';

/** The templates of a diagram, from the stacks that their texts were read as. */
export function readTemplates(
  stacks: readonly Stack[],
  ids: ReadonlyMap<Stack, TemplateId>,
  parameters: Readonly<Record<string, string>>,
  region: string,
  unmodelled: ReadonlyMap<Stack, readonly Unmodelled[]>,
): ReadonlyMap<Stack, Template> {
  return new Map(
    stacks.map((stack) => {
      const found = unmodelled.get(stack) ?? [];
      const template: Template = {
        id: ids.get(stack) ?? stack.file,
        fileName: stack.file,
        text: stack.source.text,
        readWith: { parameters, region },
        ...(found.length === 0 ? {} : { unmodelled: found }),
      };
      rememberSource(template, stack.source, stack);
      return [stack, template];
    }),
  );
}
