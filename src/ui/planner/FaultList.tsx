/** What AWS would refuse of the plan, each with the change that mends it. */
import { partText, type AddressPlan } from '../../core/addresses/addressPlan';
import type { Fault } from '../../core/addresses/proposals';
import { mend, type Outcome } from '../../editor/planning';
import { WarningGlyph } from '../glyphs';
import { useEditor, useSay } from '../useEditor';
import { addIpv6, mendText, words } from './words';

export interface FaultListProps {
  readonly plan: AddressPlan;
  readonly faults: readonly Fault[];
  readonly onDone: (outcome: Outcome) => void;
}

export function FaultList({ plan, faults, onDone }: FaultListProps) {
  const editor = useEditor();
  const say = useSay();
  if (faults.length === 0) return null;
  return (
    <section className="planner-faults" aria-label={say(words.problems)}>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.id} ${fault.family}`}>
            <WarningGlyph />
            <span>{say(fault.says)}</span>
            {fault.mend === undefined ? null : (
              <button
                type="button"
                className="button button-outlined"
                onClick={() => {
                  const outcome = mend(editor, plan, fault);
                  if (outcome !== undefined) onDone(outcome);
                }}
              >
                {say(
                  fault.mend.give === 'ipv6'
                    ? addIpv6
                    : mendText(partText(fault.mend.place.space.block, fault.mend.place.block)),
                )}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
