/** The rules with their documentation, loaded when something is first shown of them: the checking itself is the worker's. */
import { useEffect, useState } from 'react';
import type { Rule } from '../core/rules/rule';

export type Rules = ReadonlyMap<string, Rule>;

let loaded: Rules | undefined;
const none: Rules = new Map();

export async function loadRules(): Promise<Rules> {
  loaded ??= (await import('../aws')).rules;
  return loaded;
}

/** Empty until they are there; then the component is drawn again. */
export function useRules(): Rules {
  const [rules, setRules] = useState(loaded ?? none);
  useEffect(() => {
    let isGone = false;
    loadRules().then(
      (found) => {
        if (!isGone) setRules(found);
      },
      // Without them their ids are shown, which say as much in fewer words.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  return rules;
}
