/** What kinds ask of a template when they translate one of its resources. */
import type { CfnTemplate } from '../cfn/template';
import type { TemplateReader } from './translation';

export function createTemplateReader({ Resources }: CfnTemplate): TemplateReader {
  const has = (id: string): boolean => Object.hasOwn(Resources, id);
  const byType = new Map<string, string[]>();
  for (const [id, { Type: type }] of Object.entries(Resources))
    byType.set(type, [...(byType.get(type) ?? []), id]);
  return {
    resourceOf(value) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      const { Ref: ref, 'Fn::GetAtt': attribute } = value as Readonly<Record<string, unknown>>;
      const id: unknown =
        ref ?? (typeof attribute === 'string' ? attribute.split('.')[0] : firstOf(attribute));
      return typeof id === 'string' && has(id) ? id : undefined;
    },
    typeOf: (id) => (has(id) ? Resources[id]?.Type : undefined),
    propertiesOf: (id) => (has(id) ? (Resources[id]?.Properties ?? {}) : {}),
    waitsOf: (id) => [(has(id) ? Resources[id]?.DependsOn : undefined) ?? []].flat(),
    ofType: (type) => byType.get(type) ?? [],
  };
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value as readonly unknown[])[0] : undefined;
}
