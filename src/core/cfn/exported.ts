/** What an export gives, and the parts of it that are the same for a drawn diagram and one that came from a template. */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { Rendered, RenderedEntry } from './render';
import { isListValue } from './source/syntax';
import type { CfnResource, CfnTemplate, CfnValue } from './template';

export interface ExportProblem {
  readonly severity: 'error' | 'warning';
  readonly message: Words;
  /** The resource it is about, where there is one. */
  readonly on: ResourceId | null;
}

export interface Exported {
  readonly template: CfnTemplate;
  /** The logical ID of a resource by its id, of a satellite by `id#role`. */
  readonly logicalIds: ReadonlyMap<string, string>;
  /** Whose each logical ID is; a satellite is its owner's. */
  readonly owners: ReadonlyMap<string, ResourceId>;
  readonly problems: readonly ExportProblem[];
}

export function resourceOf({ type, dependsOn = [], deletionPolicy, properties }: RenderedEntry): CfnResource {
  const [only, ...more] = [...new Set(dependsOn)];
  const stated = Object.entries(properties).filter(([, value]) => value !== undefined);
  return {
    Type: type,
    ...(only === undefined ? {} : { DependsOn: more.length === 0 ? only : [only, ...more] }),
    ...(deletionPolicy === undefined
      ? {}
      : { DeletionPolicy: deletionPolicy, UpdateReplacePolicy: deletionPolicy }),
    ...(stated.length === 0 ? {} : { Properties: withTagTexts(type, Object.fromEntries(stated)) }),
  };
}

/**
 * EC2 takes any character in the value of a tag, most other services only letters, digits, spaces and a few marks.
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
function withTagTexts(
  type: string,
  properties: Readonly<Record<string, CfnValue | undefined>>,
): Readonly<Record<string, CfnValue | undefined>> {
  const { Tags } = properties;
  if (!isListValue(Tags)) return properties;
  const tags = Tags.map((tag): CfnValue => {
    const value = typeof tag === 'object' && tag !== null && 'Value' in tag ? tag.Value : undefined;
    if (typeof value !== 'string') return tag;
    const allowed = type.startsWith('AWS::EC2::')
      ? value
      : value.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, ' ');
    return { ...(tag as object), Value: [...allowed].slice(0, 256).join('') };
  });
  return { ...properties, Tags: tags };
}

export function ownersOf({ entries }: Rendered): Map<string, ResourceId> {
  return new Map([...entries].map(([logicalId, { owner }]) => [logicalId, owner]));
}

/** CloudFormation's own limits: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const mostResources = 500;

export function tooMany(count: number): ExportProblem[] {
  if (count <= mostResources) return [];
  return [
    {
      severity: 'warning',
      message: {
        en: `The template has ${count} resources; CloudFormation takes ${mostResources} in one template`,
        ja: `テンプレートのリソースが ${count} 個あります。CloudFormation のテンプレートには ${mostResources} 個まで含められます`,
      },
      on: null,
    },
  ];
}
