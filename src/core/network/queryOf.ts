import type { Catalog } from '../catalog/catalog';
import { surroundingsOf } from '../catalog/surroundings';
import type { Document, Flow, ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { Fact } from './facts';
import type { End, Query } from './trace';

/** The question that a drawn flow asks. */
export function queryOf(document: Document, catalog: Catalog, flow: Flow): Query {
  return queryFor(flow, factsOf(document, catalog));
}

/** The same for those who know the facts already. */
export function queryFor(flow: Flow, factsAbout: (id: ResourceId) => Iterable<Fact>): Query {
  return {
    from: endAs(flow.from, factsAbout),
    to: endAs(flow.to, factsAbout),
    protocol: flow.protocol,
    port: flow.protocol === 'tcp' || flow.protocol === 'udp' ? flow.port : null,
    sourcePort: null,
    ...(flow.group === undefined || flow.group === '' ? {} : { group: flow.group }),
  };
}

/** A resource that stands for the internet is that end; every other one is named by its id. */
export function endOf(document: Document, catalog: Catalog, id: ResourceId): End {
  return endAs(id, factsOf(document, catalog));
}

function endAs(id: ResourceId, factsAbout: (id: ResourceId) => Iterable<Fact>): End {
  for (const fact of factsAbout(id))
    if (fact.fact === 'internet' && fact.address === null) return { internet: true };
    else if (fact.fact === 'internet' && !isUnknown(fact.address) && fact.address !== null)
      return { internet: true, address: fact.address };
  return { resource: id };
}

function factsOf(document: Document, catalog: Catalog): (id: ResourceId) => Iterable<Fact> {
  return (id) => {
    const resource = document.resources.get(id);
    const facts = resource === undefined ? undefined : catalog.kind(resource.kind).facts;
    return resource === undefined || facts === undefined ? [] : facts(resource, surroundingsOf(document, id));
  };
}
