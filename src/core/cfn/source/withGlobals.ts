/**
 * What the `Globals` section of a SAM template gives every resource of a type, put into each: objects are put together,
 * lists one behind the other, and of anything else what the resource says itself counts.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
import { callOf, valueOf, type Entry, type MapNode, type SyntaxNode } from './syntax';

/** The same root where there are none. */
export function withGlobals(root: SyntaxNode): SyntaxNode {
  const globals = valueOf(root, 'Globals');
  const resources = valueOf(root, 'Resources');
  if (root.is !== 'map' || globals?.is !== 'map' || resources?.is !== 'map') return root;
  if (!isServerless(valueOf(root, 'Transform'))) return root;
  const entries = new Map<string, Entry>();
  for (const [logicalId, entry] of resources.entries)
    entries.set(logicalId, { ...entry, value: resourceWith(globals, entry.value) });
  const section = root.entries.get('Resources');
  return section === undefined
    ? root
    : {
        ...root,
        entries: new Map([...root.entries, ['Resources', { ...section, value: { ...resources, entries } }]]),
      };
}

function resourceWith(globals: MapNode, resource: SyntaxNode): SyntaxNode {
  const type = valueOf(resource, 'Type');
  const given =
    type?.is === 'scalar' && type.text.startsWith('AWS::Serverless::')
      ? globals.entries.get(type.text.slice('AWS::Serverless::'.length))
      : undefined;
  if (resource.is !== 'map' || given?.value.is !== 'map') return resource;
  const own = resource.entries.get('Properties');
  const value = own === undefined ? given.value : together(given.value, own.value);
  return {
    ...resource,
    entries: new Map([...resource.entries, ['Properties', { ...(own ?? given), value }]]),
  };
}

function together(given: SyntaxNode, own: SyntaxNode): SyntaxNode {
  if (given.is === 'list' && own.is === 'list') return { ...own, items: [...given.items, ...own.items] };
  if (given.is !== 'map' || own.is !== 'map') return own;
  // A function is a value, and no object to be put together.
  if (callOf(given) !== undefined || callOf(own) !== undefined) return own;
  const entries = new Map(given.entries);
  for (const [key, entry] of own.entries) {
    const general = given.entries.get(key);
    entries.set(
      key,
      general === undefined ? entry : { ...entry, value: together(general.value, entry.value) },
    );
  }
  return { ...own, entries };
}

function isServerless(transform: SyntaxNode | undefined): boolean {
  const names = transform?.is === 'list' ? transform.items : [transform];
  return names.some((each) => each?.is === 'scalar' && each.text === 'AWS::Serverless-2016-10-31');
}
