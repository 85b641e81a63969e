/** The arrow of a diagram that asks what somebody asks by its ends, so that its traffic is not counted twice. */
import { catalog } from '../aws';
import type { Flow } from '../core/model/document';
import { isUnknown } from '../core/model/value';
import { factsBy } from '../core/network/factsBy';
import { queryOf } from '../core/network/queryOf';
import { serviceNamed } from '../core/network/serviceNames';
import type { End, Query } from '../core/network/trace';
import type { Input } from './openInput';

export function drawnFlowOf({ document }: Input, query: Query): Flow | undefined {
  if (query.sourcePort !== null) return undefined;
  return [...document.flows.values()].find((flow) => {
    if (!document.resources.has(flow.from) || !document.resources.has(flow.to)) return false;
    const drawn = queryOf(document, catalog, flow);
    return (
      drawn.protocol === query.protocol &&
      drawn.port === query.port &&
      (drawn.group ?? '') === (query.group ?? '') &&
      isSame(drawn.from, query.from) &&
      (isSame(drawn.to, query.to) || isIconOf(drawn.to, query.to))
    );
  });

  /** A drawn service stands for the one of that name in its Region. */
  function isIconOf(drawn: End, asked: End): boolean {
    if (!('resource' in drawn) || !('service' in asked)) return false;
    const named = serviceNamed(asked.service);
    return (factsBy(catalog, document).get(drawn.resource) ?? []).some((fact) => {
      if (fact.fact !== 'service' || isUnknown(fact.service)) return false;
      const short = serviceNamed(fact.service)?.short ?? fact.service;
      if (named === undefined) return short === asked.service;
      return short === named.short && fact.region === named.region;
    });
  }
}

function isSame(one: End, other: End): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
}
