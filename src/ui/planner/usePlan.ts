/** The address plan of a network of the diagram, worked out again with every change. */
import { useMemo } from 'react';
import { catalog } from '../../awsKinds';
import { addressPlan, type AddressPlan } from '../../core/addresses/addressPlan';
import type { Document, ResourceId } from '../../core/model/document';
import { ancestors } from '../../core/model/queries';
import { compareOrder } from '../../lib/order';
import { useDocument, useEditor } from '../useEditor';

/** The kinds of the page say nothing of what takes addresses; all of them are loaded with the planner. */
export function usePlan(network: ResourceId | null): AddressPlan | undefined {
  const document = useDocument((each) => each);
  return useMemo(
    () => (network === null ? undefined : addressPlan(catalog, document, network)),
    [document, network],
  );
}

export interface NamedNetwork {
  readonly id: ResourceId;
  readonly name: string;
}

export function useNetworks(): readonly NamedNetwork[] {
  const document = useDocument((each) => each);
  return useMemo(() => networksIn(document), [document]);
}

function networksIn(document: Document): readonly NamedNetwork[] {
  return [...document.resources.values()]
    .filter(({ kind }) => catalog.kind(kind).isNetwork === true)
    .sort(compareOrder)
    .map(({ id, name }) => ({ id, name: name || id }));
}

/** The network that is selected or that what is selected stands in, else the first. */
export function useNetworkAtHand(): () => ResourceId | null {
  const { session, store } = useEditor();
  return () => {
    const { document } = store;
    for (const id of session.getState().selection) {
      const own = document.resources.get(id);
      for (const each of own === undefined ? [] : [own, ...ancestors(document, id)])
        if (catalog.kind(each.kind).isNetwork === true) return each.id;
    }
    return networksIn(document)[0]?.id ?? null;
  };
}
