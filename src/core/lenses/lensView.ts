/** What a lens shows of a document. */
import { compareOrder } from '../../lib/order';
import type { Catalog } from '../catalog/catalog';
import { surroundingsIn } from '../catalog/surroundings';
import type { PriceTable } from '../cost/prices';
import type { Document } from '../model/document';
import type { Fact } from '../network/facts';
import { costLens } from './cost';
import { endpointsLens } from './endpoints';
import type { LensGround, LensName, LensView } from './lens';
import { routesLens } from './routes';
import { securityLens } from './security';

export function lensView(catalog: Catalog, document: Document, lens: LensName, prices: PriceTable): LensView {
  const view = viewOf(catalog, document, lens, prices);
  // Facts may name what is not drawn: a dangling reference, the gateway of another design.
  return {
    ...view,
    marks: new Map([...view.marks].filter(([id]) => document.resources.has(id))),
    links: view.links.filter(({ from, to }) => document.resources.has(from) && document.resources.has(to)),
  };
}

function viewOf(catalog: Catalog, document: Document, lens: LensName, prices: PriceTable): LensView {
  if (lens === 'cost') return costLens(catalog, document, prices);
  const ground = groundOf(catalog, document);
  switch (lens) {
    case 'routes':
      return routesLens(ground);
    case 'security':
      return securityLens(ground);
    case 'endpoints':
      return endpointsLens(ground);
  }
}

function groundOf(catalog: Catalog, document: Document): LensGround {
  const around = surroundingsIn(document);
  const facts: Fact[] = [];
  for (const resource of [...document.resources.values()].sort(compareOrder))
    facts.push(...(catalog.kind(resource.kind).facts?.(resource, around(resource.id)) ?? []));
  return { document, facts, nameOf: (id) => document.resources.get(id)?.name || id };
}
