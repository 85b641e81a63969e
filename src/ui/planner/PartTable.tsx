/** The subnets of a plan as a table: what each has, what is taken of it, and the same changes as on the bar. */
import type { ReactNode } from 'react';
import { isUnknown } from '../../core/model/value';
import { numberOf, type AddressPlan, type PlannedSubnet } from '../../core/addresses/addressPlan';
import { refusalOf } from '../../core/addresses/judge';
import { stepped, type Step } from '../../core/addresses/steps';
import type { ResourceId } from '../../core/model/document';
import { changeBlock, type Outcome } from '../../editor/planning';
import { blockTakenOf } from '../../lib/blockTaken';
import { blockText, contains, sizeOfBlock, type Block } from '../../lib/cidr';
import { cidrFaultWords } from '../../lib/cidrWords';
import { MinusGlyph, PlusGlyph, RightGlyph } from '../glyphs';
import { ResourceIcon } from '../ResourceName';
import { closeDialog } from '../shell/dialogs';
import { useEditor, useSay } from '../useEditor';
import { useAppearance } from '../useParts';
import { BlockBox } from './BlockBox';
import { ofSubnet, plainNumber, words } from './words';

export interface PartTableProps {
  readonly plan: AddressPlan;
  readonly chosen: ResourceId | null;
  readonly onChoose: (id: ResourceId) => void;
  readonly onDone: (outcome: Outcome) => void;
}

export function PartTable({ plan, chosen, onChoose, onDone }: PartTableProps) {
  const say = useSay();
  const hasIpv6 = plan.subnets.some(({ number }) => number !== null) || plan.spaces.some(isIpv6);
  if (plan.subnets.length === 0) return <p className="planner-quiet">{say(words.noSubnets)}</p>;
  return (
    <div className="planner-table scrolls">
      <table>
        <caption className="unseen">{say(words.subnets)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.subnet)}</th>
            <th scope="col">{say(words.block)}</th>
            {hasIpv6 ? <th scope="col">{say(words.number)}</th> : null}
            <th scope="col" className="is-number">
              {say(words.size)}
            </th>
            <th scope="col" className="is-number">
              {say(words.reserved)}
            </th>
            <th scope="col" className="is-number">
              {say(words.taken)}
            </th>
            <th scope="col" className="is-number">
              {say(words.left)}
            </th>
            <th scope="col">{say(words.change)}</th>
          </tr>
        </thead>
        <tbody>
          {plan.subnets.map((subnet) => (
            <Row
              key={subnet.id}
              plan={plan}
              subnet={subnet}
              hasIpv6={hasIpv6}
              isChosen={subnet.id === chosen}
              onChoose={() => onChoose(subnet.id)}
              onDone={onDone}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isIpv6 = ({ block }: { readonly block: Block }): boolean => block.family === 6;

interface RowProps {
  readonly plan: AddressPlan;
  readonly subnet: PlannedSubnet;
  readonly hasIpv6: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onDone: (outcome: Outcome) => void;
}

function Row({ plan, subnet, hasIpv6, isChosen, onChoose, onDone }: RowProps) {
  const { session } = useEditor();
  const say = useSay();
  const appearance = useAppearance(subnet.id);
  const { id, name, ipv4, usable, taken, uses } = subnet;
  const block = ipv4 === null || isUnknown(ipv4) ? null : ipv4;
  const more = uses.some(({ atLeast }) => atLeast);
  return (
    <tr className={isChosen ? 'is-chosen' : ''} onFocus={onChoose} onClick={onChoose}>
      <th scope="row">
        <button
          type="button"
          className="planner-name"
          title={say(words.show)}
          onClick={() => {
            session.setState({ selection: new Set([id]) });
            closeDialog();
          }}
        >
          <ResourceIcon id={id} size={20} />
          <span>
            {name}
            <small>{appearance === undefined ? '' : say(appearance.label)}</small>
          </span>
        </button>
      </th>
      <td>
        <Ipv4 plan={plan} subnet={subnet} onDone={onDone} />
      </td>
      {hasIpv6 ? (
        <td>
          <Ipv6 plan={plan} subnet={subnet} onDone={onDone} />
        </td>
      ) : null}
      <Count value={block === null ? null : Number(sizeOfBlock(block))} />
      <Count value={block === null ? null : Number(sizeOfBlock(block)) - usable} />
      <Count value={block === null ? null : taken} prefix={more ? '≥ ' : ''} />
      <Count value={block === null ? null : usable - taken} prefix={more ? '≤ ' : ''} />
      <td>{block === null ? null : <Steps plan={plan} subnet={subnet} block={block} onDone={onDone} />}</td>
    </tr>
  );
}

function Count({ value, prefix = '' }: { readonly value: number | null; readonly prefix?: string }) {
  const isShort = value !== null && value < 0;
  return (
    <td className={isShort ? 'is-number is-short' : 'is-number'}>
      {value === null ? '–' : `${prefix}${plainNumber(value)}`}
    </td>
  );
}

interface CellProps {
  readonly plan: AddressPlan;
  readonly subnet: PlannedSubnet;
  readonly onDone: (outcome: Outcome) => void;
}

function Ipv4({ plan, subnet, onDone }: CellProps) {
  const editor = useEditor();
  const say = useSay();
  const { id, name, ipv4, ipv4Text } = subnet;
  if (isUnknown(ipv4)) return <span className="planner-quiet">{say(ipv4.unknown)}</span>;
  if (ipv4 === null && ipv4Text === '') return <span className="planner-quiet">{say(words.none)}</span>;
  return (
    <BlockBox
      label={say(ofSubnet(words.block, name))}
      value={ipv4Text}
      faultOf={(text) => {
        const block = blockTakenOf(text);
        return block === undefined ? cidrFaultWords(text, 4) : refusalOf(plan, id, block);
      }}
      onTake={(text) => {
        const block = blockTakenOf(text);
        const space = plan.spaces.find((each) => block !== undefined && contains(each.block, block));
        if (block !== undefined && space !== undefined)
          onDone(changeBlock(editor, plan, id, { space, block }));
      }}
    />
  );
}

function Ipv6({ plan, subnet, onDone }: CellProps) {
  const editor = useEditor();
  const say = useSay();
  const { id, name, number } = subnet;
  const space = plan.spaces.find(isIpv6);
  if (isUnknown(number)) return <span className="planner-quiet">{say(number.unknown)}</span>;
  if (space === undefined) return <span className="planner-quiet">{number ?? say(words.none)}</span>;
  const blockFor = (text: string): Block | undefined =>
    /^\d{1,3}$/.test(text) && Number(text) < 256
      ? { family: 6, first: space.block.first + (BigInt(text) << 64n), prefix: 64 }
      : undefined;
  return (
    <BlockBox
      label={say(ofSubnet(words.number, name))}
      value={number === null ? '' : String(number)}
      isShort
      faultOf={(text) => {
        const block = blockFor(text);
        return block === undefined ? { en: '0–255', ja: '0〜255' } : refusalOf(plan, id, block);
      }}
      onTake={(text) => {
        const block = blockFor(text);
        if (block !== undefined && numberOf(space.block, block) !== number)
          onDone(changeBlock(editor, plan, id, { space, block }));
      }}
    />
  );
}

/** The keys of the bar as buttons. */
function Steps({ plan, subnet, block, onDone }: CellProps & { readonly block: Block }) {
  const editor = useEditor();
  const say = useSay();
  const { id, name } = subnet;
  const space = plan.spaces.find((each) => each.parts.some((part) => part.id === id && part.block === block));
  if (space === undefined) return null;
  const button = (step: Step, label: (typeof words)['larger' | 'smaller' | 'nextFree'], glyph: ReactNode) => {
    const result = stepped(plan, space, { id, block, clash: null }, step);
    const text = say(ofSubnet(label, name));
    return (
      <button
        type="button"
        className="icon-button"
        aria-label={text}
        title={
          'refusal' in result ? `${text}: ${say(result.refusal)}` : `${text}: ${blockText(result.block)}`
        }
        // It can still be asked, and then says why not.
        aria-disabled={'refusal' in result}
        onClick={() => {
          if ('refusal' in result) {
            onDone({ isRefused: true, says: ofSubnet(result.refusal, name) });
          } else onDone(changeBlock(editor, plan, id, { space, block: result.block }));
        }}
      >
        {glyph}
      </button>
    );
  };
  return (
    <span className="planner-steps">
      {button('smaller', words.smaller, <MinusGlyph />)}
      {button('larger', words.larger, <PlusGlyph />)}
      {button('next', words.nextFree, <RightGlyph />)}
    </span>
  );
}
