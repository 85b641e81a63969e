/** The chosen subnet: the addresses that AWS keeps, and who takes the others. */
import { isUnknown } from '../../core/model/value';
import type { PlannedSubnet } from '../../core/addresses/addressPlan';
import { reservedIn } from '../../core/network/addressClasses';
import { addressText, type Block } from '../../lib/cidr';
import { useEditor, useSay } from '../useEditor';
import { plainNumber, reservedMeanings, words } from './words';

export function PartDetails({ subnet }: { readonly subnet: PlannedSubnet | undefined }) {
  const { store } = useEditor();
  const say = useSay();
  if (subnet === undefined) return null;
  const { name, ipv4, uses } = subnet;
  return (
    <section className="planner-details" aria-label={name}>
      {ipv4 === null || isUnknown(ipv4) ? null : <Reserved block={ipv4} />}
      <div>
        <h3>{`${say(words.whoTakes)}: ${name}`}</h3>
        {uses.length === 0 ? (
          <p className="planner-quiet">{say(words.nobody)}</p>
        ) : (
          <ul>
            {uses.map(({ by, count, atLeast, why }) => (
              <li key={by}>
                <b>{`${atLeast ? '≥ ' : ''}${plainNumber(count)}`}</b>
                <span>
                  {store.document.resources.get(by)?.name ?? by}
                  {why === undefined ? null : <small>{say(why)}</small>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Reserved({ block }: { readonly block: Block }) {
  const say = useSay();
  return (
    <div>
      <h3>{say(words.reservedFive)}</h3>
      <ul>
        {reservedIn(block).map((value, index) => (
          <li key={String(value)}>
            <code>{addressText({ family: block.family, value })}</code>
            <span>{say(reservedMeanings[index] ?? words.none)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
