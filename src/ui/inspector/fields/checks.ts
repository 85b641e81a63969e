/** What can be said about a value without looking at another resource, its field's own check first. */
import type { Field } from '../../../core/catalog/field';
import { isUnknown } from '../../../core/model/value';
import type { Words } from '../../../lib/words';
import type { Typed } from './control';

export function faultOf(field: Field, value: unknown, typed: Typed | null): Words | undefined {
  if (typed !== null && 'fault' in typed) return typed.fault;
  const looked = typed === null ? value : typed.value;
  if (isUnknown(looked)) return undefined;
  const own = field.check?.(looked);
  if (own !== undefined) return own;
  if (field.control !== 'number' || typeof looked !== 'number') return undefined;
  const { min, max } = field;
  return looked < min || looked > max
    ? { en: `From ${min} to ${max}; ${looked} is outside`, ja: `${min}〜${max} の範囲で指定してください` }
    : undefined;
}
