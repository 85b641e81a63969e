/**
 * Nested stacks whose template is among the files: which stack each is made of. A template that several stacks are made
 * of is read once for each.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
 */
import type { SyntaxNode } from '../source/syntax';
import { valueOf } from '../source/syntax';
import type { Stack, StackResource } from '../stack';
import { templatePath } from './templatePath';

export interface NestedStacks {
  /** The stacks of the files, in their order, and behind them those that are read once more. */
  readonly all: readonly Stack[];
  /** The stack that a resource is made of. */
  childOf(stack: Stack, logicalId: string): Stack | undefined;
  /** The resource that makes a stack. */
  ownerOf(stack: Stack): NestedIn | undefined;
  /** Why a nested stack is not opened. */
  readonly unopened: readonly Unopened[];
}

export interface NestedIn {
  readonly stack: Stack;
  readonly resource: StackResource;
}

export interface Unopened extends NestedIn {
  /** The path of its template as far as it is known; its file's name is the last part. */
  readonly path: string;
  readonly because: 'no-file' | 'circle' | 'too-many';
}

/** Far more than anybody nests; each may be made of the same template, and hold as many again. */
const mostStacks = 200;

/** `again`: the same template once more, as a stack of its own, which a resource makes. */
export function openedStacks(
  files: readonly Stack[],
  again: (stack: Stack, owner: NestedIn) => Stack,
  textOfUrl: (stack: Stack, node: SyntaxNode) => string,
): NestedStacks {
  const all = [...files];
  const children = new Map<StackResource, Stack>();
  const owners = new Map<Stack, NestedIn>();
  const unopened: Unopened[] = [];

  const isAround = (stack: Stack, inner: Stack): boolean => {
    for (let at: Stack | undefined = inner; at !== undefined; at = owners.get(at)?.stack)
      if (at === stack || isSameFile(at, stack)) return true;
    return false;
  };

  // The list grows while it is walked: what is read again may nest others.
  for (let index = 0; index < all.length; index++) {
    const stack = all[index];
    if (stack === undefined) break;
    for (const resource of stack.resources.values()) {
      const url = urlOf(resource);
      const path = url === undefined ? '' : templatePath(textOfUrl(stack, url));
      if (url === undefined || path === '') continue;
      const fitting = bestFitting(files, path);
      const nested = { stack, resource };
      const isFree = (each: Stack): boolean => !owners.has(each) && !isAround(each, stack);
      const [first] = fitting;
      if (first === undefined) unopened.push({ ...nested, path, because: 'no-file' });
      else if (fitting.every((each) => isAround(each, stack)))
        unopened.push({ ...nested, path, because: 'circle' });
      else {
        let child = fitting.find(isFree);
        if (child === undefined) {
          if (all.length >= mostStacks) {
            unopened.push({ ...nested, path, because: 'too-many' });
            continue;
          }
          child = again(first, nested);
          all.push(child);
        }
        children.set(resource, child);
        owners.set(child, nested);
      }
    }
  }
  return {
    all,
    childOf(stack, logicalId) {
      const resource = stack.resources.get(logicalId);
      return resource === undefined ? undefined : children.get(resource);
    },
    ownerOf: (stack) => owners.get(stack),
    unopened,
  };
}

/** Where the template of a nested stack is; undefined for other resources. */
function urlOf({ type, properties }: StackResource): SyntaxNode | undefined {
  if (type === 'AWS::CloudFormation::Stack') return valueOf(properties, 'TemplateURL');
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html
  if (type === 'AWS::Serverless::Application') return valueOf(properties, 'Location');
  return undefined;
}

/** The files of that name; where several folders have one, those with the longest end of the path in common. */
function bestFitting(files: readonly Stack[], path: string): readonly Stack[] {
  let best: Stack[] = [];
  let most = 0;
  for (const stack of files) {
    const common = commonEnd(partsOf(stack.file), partsOf(path));
    if (common === 0 || common < most) continue;
    if (common > most) best = [];
    most = common;
    best.push(stack);
  }
  return best;
}

function commonEnd(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}

function partsOf(path: string): readonly string[] {
  return path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
}

function isSameFile(one: Stack, other: Stack): boolean {
  return one.file === other.file && one.source.text === other.source.text;
}
