import { valueOf } from '../source/syntax';
import { textOf, type Stack } from '../stack';

/** Whether a name may come from a macro, which makes resources that the template does not show. */
export function hasMacros(stack: Stack): (name: string) => boolean {
  const transform = valueOf(stack.root, 'Transform');
  const names = transform?.is === 'list' ? transform.items.map(textOf) : [textOf(transform)];
  const others = names.filter((name) => name !== undefined && name !== 'AWS::LanguageExtensions');
  const inResources = valueOf(stack.root, 'Resources');
  const loops =
    inResources?.is === 'map' && [...inResources.entries.keys()].some((key) => key.startsWith('Fn::'));
  if (others.some((name) => name !== 'AWS::Serverless-2016-10-31') || loops) return () => true;
  // A module's resources have names that begin with its own; a tool's module has no type that is a text.
  const owners = [...stack.resources.values()].filter(
    ({ type }) => type === '' || type.startsWith('AWS::Serverless::') || type.endsWith('::MODULE'),
  );
  return (name) =>
    (others.length > 0 && name.startsWith('Serverless')) ||
    owners.some(({ logicalId }) => name !== logicalId && name.startsWith(logicalId));
}
