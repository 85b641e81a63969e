import type { Template, TemplateId } from '../../model/document';
import type { Exported } from '../exported';
import type { CfnResource, CfnTemplate } from '../template';
import { rememberText } from '../templateText';
import { renamedEnd } from './renamedEnd';

/** A stack that a resource of another stack makes. */
export interface Nested {
  readonly template: Template;
  readonly around: Template;
  readonly logicalId: string;
  /** Whether the stack around can be made to name another file by changing the end of the URL that it says. */
  readonly canRename: boolean;
}

export function nestedStack(
  template: Template,
  around: Template,
  logicalId: string,
  written: CfnTemplate | undefined,
): Nested {
  // What a loop makes is none of the resources.
  const own =
    written !== undefined && Object.hasOwn(written.Resources, logicalId)
      ? written.Resources[logicalId]
      : undefined;
  const file = lastPart(template.fileName);
  const canRename =
    own !== undefined && renamedEnd(own.Properties?.[urlProperty(own)], file, file) !== undefined;
  return { template, around, logicalId, canRename };
}

/** A template as it names the files of the stacks that it makes; as it was where it cannot. */
export function withUrls(
  template: Template,
  exported: Exported,
  nested: readonly Nested[],
  names: ReadonlyMap<TemplateId, string>,
): Exported {
  const renamed = new Map<string, CfnResource>();
  for (const { template: child, around, logicalId } of nested) {
    const name = names.get(child.id);
    const own = exported.template.Resources[logicalId];
    if (around.id !== template.id || own === undefined || name === undefined || name === child.fileName)
      continue;
    const property = urlProperty(own);
    const url = renamedEnd(own.Properties?.[property], lastPart(child.fileName), lastPart(name));
    if (url !== undefined)
      renamed.set(logicalId, { ...own, Properties: { ...own.Properties, [property]: url } });
  }
  if (renamed.size === 0) return exported;
  const Resources = { ...exported.template.Resources, ...Object.fromEntries(renamed) };
  const next = { ...exported.template, Resources };
  rememberText(next, template);
  return { ...exported, template: next };
}

function urlProperty({ Type }: CfnResource): 'Location' | 'TemplateURL' {
  return Type === 'AWS::Serverless::Application' ? 'Location' : 'TemplateURL';
}

export function lastPart(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}
