import type { UnmodelledFact } from '../../core/network/facts';

/** Something that is not modelled and bears on another resource. */
export function unmodelled(
  by: string,
  on: string,
  effect: UnmodelledFact['effect'] | Exclude<UnmodelledFact['effect']['is'], 'names'>,
): UnmodelledFact {
  return {
    fact: 'unmodelled',
    by,
    on,
    effect: typeof effect === 'string' ? { is: effect } : effect,
    says: { en: `${by} is not modelled`, ja: `${by} はモデル化されていません` },
  };
}
