/** A template written back with what SAM's Globals give put into each resource, said with the Globals again. */
import type { Words } from '../../../lib/words';
import type { Exported, ExportProblem } from '../exported';
import { isPlainObject } from '../plainObject';
import { valueOf, toValue, type ObjectValue, type Path, type SyntaxNode } from '../source/syntax';
import { withGlobals } from '../source/withGlobals';
import type { CfnResource, CfnValue } from '../template';
import { exceptGiven, inTheWay, withoutEntry } from './given';

const family = 'AWS::Serverless::';

/** Whether a template has Globals that count. */
export function hasGlobals(root: SyntaxNode): boolean {
  return withGlobals(root) !== root;
}

/**
 * What of the Globals cannot be given any longer, because a resource is to have less of it than all have: paths in that
 * section. `exported`: with what they give in each resource.
 */
export function noLongerGiven(root: SyntaxNode, { template }: Exported): readonly Path[] {
  const globals = globalsIn(root);
  const found = new Map<string, Path>();
  for (const resource of Object.values(template.Resources)) {
    const given = givenTo(globals, resource);
    if (given === undefined) continue;
    for (const path of inTheWay(given, resource.Properties ?? {})) {
      const whole = [resource.Type.slice(family.length), ...path];
      found.set(JSON.stringify(whole), whole);
    }
  }
  return [...found.values()];
}

/** `root`: the text without what the Globals give. `moved`: what these are to give no longer. */
export function saidWithGlobals(root: SyntaxNode, exported: Exported, moved: readonly Path[]): Exported {
  const { template } = exported;
  const globals = moved.reduce<ObjectValue>(withoutEntry, globalsIn(root));
  const { Globals: _, ...others } = template.others ?? {};
  const before = valueOf(root, 'Resources');
  const resources = Object.entries(template.Resources).map(([id, resource]): [string, CfnResource] => {
    const given = givenTo(globalsIn(root), resource);
    if (given === undefined) return [id, resource];
    const left = givenTo(globals, resource) ?? {};
    const node = valueOf(valueOf(before, id), 'Properties');
    const written = node === undefined ? undefined : toValue(node);
    const said = exceptGiven(left, resource.Properties ?? {}, isPlainObject(written) ? written : {});
    const { Properties: __, ...rest } = resource;
    return [
      id,
      Object.keys(said).length === 0 && written === undefined ? rest : { ...rest, Properties: said },
    ];
  });
  return {
    ...exported,
    template: {
      ...template,
      Resources: Object.fromEntries(resources),
      others: { ...others, ...(Object.keys(globals).length === 0 ? {} : { Globals: globals }) },
    },
    problems: [...moved.map(movedInto), ...exported.problems],
  };
}

function givenTo(globals: ObjectValue, resource: CfnResource): ObjectValue | undefined {
  // What stands among the resources may be a loop, or what an author left empty.
  const { Type } = (resource as CfnResource | null) ?? {};
  if (typeof Type !== 'string' || !Type.startsWith(family)) return undefined;
  const given = globals[Type.slice(family.length)];
  return isPlainObject(given) ? given : undefined;
}

function globalsIn(root: SyntaxNode): ObjectValue {
  const node = valueOf(root, 'Globals');
  const globals: CfnValue = node === undefined ? {} : toValue(node);
  return isPlainObject(globals) ? globals : {};
}

function movedInto(path: Path): ExportProblem {
  const [type = '', ...property] = path;
  const name = property.join('/');
  const message: Words = {
    en: `${name} is written in each resource of the type ${family}${type} instead of in Globals: what Globals give can be added to there, and nothing can be taken from it, as the diagram does`,
    ja: `${name} を Globals ではなく ${family}${type} の各リソースに書き出しています。Globals の値はリソース側で追加できますが取り除けず、図ではその一部が取り除かれているためです`,
  };
  return { severity: 'warning', on: null, message };
}
