import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Document, ResourceId } from '../model/document';
import { render, type Rendered, type RenderedEntry } from './render';
import type { CfnResource, CfnTemplate } from './template';

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

/** The template that makes what is drawn. */
export function exportTemplate(catalog: Catalog, document: Document): Exported {
  const rendered = render(catalog, document);
  const resources: Record<string, CfnResource> = {};
  for (const [logicalId, entry] of rendered.entries) resources[logicalId] = resourceOf(entry);
  const description = document.name.trim();
  return {
    template: {
      ...(description === '' ? {} : { Description: description }),
      Parameters: Object.fromEntries(rendered.parameters),
      Resources: resources,
      Outputs: Object.fromEntries(rendered.outputs),
    },
    logicalIds: rendered.logicalIds,
    owners: ownersOf(rendered),
    problems: problemsOf(rendered),
  };
}

function resourceOf({ type, dependsOn = [], deletionPolicy, properties }: RenderedEntry): CfnResource {
  return {
    Type: type,
    ...(dependsOn.length === 0 ? {} : { DependsOn: dependsOn }),
    ...(deletionPolicy === undefined
      ? {}
      : { DeletionPolicy: deletionPolicy, UpdateReplacePolicy: deletionPolicy }),
    Properties: properties,
  };
}

function ownersOf({ entries }: Rendered): Map<string, ResourceId> {
  return new Map([...entries].map(([logicalId, { owner }]) => [logicalId, owner]));
}

/** CloudFormation's own limits: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const mostResources = 500;

function problemsOf({ entries }: Rendered): ExportProblem[] {
  if (entries.size <= mostResources) return [];
  return [
    {
      severity: 'warning',
      message: {
        en: `The template has ${entries.size} resources; CloudFormation takes ${mostResources} in one template`,
        ja: `テンプレートのリソースが ${entries.size} 個あります。CloudFormation のテンプレートには ${mostResources} 個まで含められます`,
      },
      on: null,
    },
  ];
}
