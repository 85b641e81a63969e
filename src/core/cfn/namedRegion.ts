import { regions, zonesOf } from '../../lib/regions';
import { valueOf, type SyntaxNode } from './source/syntax';
import type { TemplateSource } from './source/parseTemplate';

/**
 * The only Region in which templates can be deployed, since they name Availability Zones of it and of no other one:
 * nobody has to say it. Undefined where they name none, or those of several.
 */
export function namedRegion(
  sources: readonly { readonly source: TemplateSource }[],
  parameters: Readonly<Record<string, string>>,
): string | undefined {
  const found = new Set(Object.values(parameters).flatMap((value) => regionOfZone.get(value) ?? []));
  const waiting: SyntaxNode[] = sources.flatMap(({ source: { root } }) =>
    ['Parameters', 'Mappings', 'Resources'].flatMap((section) => valueOf(root, section) ?? []),
  );
  for (let node = waiting.pop(); node !== undefined && found.size < 2; node = waiting.pop()) {
    // What an alias repeats is looked at where it stands.
    if (node.aliasOf !== undefined) continue;
    if (node.is === 'list') for (const item of node.items) waiting.push(item);
    else if (node.is === 'map') for (const { value } of node.entries.values()) waiting.push(value);
    else {
      const region = regionOfZone.get(node.text);
      if (region !== undefined) found.add(region);
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

const regionOfZone: ReadonlyMap<string, string> = new Map(
  regions.flatMap(({ name }) => zonesOf(name).map((zone) => [zone, name] as const)),
);
