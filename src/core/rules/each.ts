/**
 * Checks of one resource or one flow at a time. Said in this way, a check is run again only for those for which something
 * that it read has changed; a check of the whole design is run again when anything has that it read.
 */
import type { Flow, Resource } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Check, FoundFault, RuleContext } from './rule';

/** Checks every resource of some kinds, each on its own: what one needs to know of the others it asks the context. */
export function forEachOf<const K extends KindName>(
  kinds: K | readonly K[],
  check: (context: RuleContext, resource: Resource<K>) => Iterable<FoundFault>,
): Check {
  const named: readonly K[] = typeof kinds === 'string' ? [kinds] : kinds;
  const whole = function* (context: RuleContext): Generator<FoundFault> {
    for (const kind of named) for (const resource of context.all(kind)) yield* check(context, resource);
  };
  return Object.assign(whole, {
    each: {
      of: 'resources' as const,
      kinds: named,
      // It is asked about resources of these kinds only.
      check: check as (context: RuleContext, resource: Resource) => Iterable<FoundFault>,
    },
  });
}

/** Checks every resource, whatever its kind. */
export function forEachResource(
  check: (context: RuleContext, resource: Resource) => Iterable<FoundFault>,
): Check {
  const whole = function* (context: RuleContext): Generator<FoundFault> {
    for (const resource of context.document.resources.values()) yield* check(context, resource);
  };
  return Object.assign(whole, { each: { of: 'resources' as const, kinds: 'any' as const, check } });
}

/** Checks every drawn flow whose ends exist. */
export function forEachFlow(check: (context: RuleContext, flow: Flow) => Iterable<FoundFault>): Check {
  const whole = function* (context: RuleContext): Generator<FoundFault> {
    for (const flow of context.flows) yield* check(context, flow);
  };
  return Object.assign(whole, { each: { of: 'flows' as const, check } });
}
