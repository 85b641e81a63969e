/** What traffic is said with, wherever that is: of a flow in the inspector or in the list, of what is expected. */
import type { Expectation, Protocol } from '../core/model/document';
import type { Words } from '../lib/words';
import { protocolWords } from '../core/model/trafficText';
import { anyPortWords, expectationWords, readAmount, readPort } from './flowText';
import { TextBox } from './inspector/fields/TextBox';
import { useSay } from './useEditor';

interface SelectProps<T> {
  readonly id?: string;
  readonly className?: string;
  /** What is read out where no label stands beside it. */
  readonly name?: string;
  /** Where findings lead to, as `TextBox` has it. */
  readonly place?: string;
  readonly value: T;
  readonly choose: (value: T) => void;
}

export function ProtocolSelect({
  className,
  name,
  place,
  value,
  choose,
  any = protocolWords.any,
  ...rest
}: SelectProps<Protocol> & { readonly any?: Words }) {
  const say = useSay();
  return (
    <select
      {...rest}
      className={className ?? 'inspector-select'}
      data-field={place}
      aria-label={name}
      value={value}
      // The options are the protocols.
      onChange={(event) => choose(event.target.value as Protocol)}
    >
      {(Object.keys(protocolWords) as Protocol[]).map((protocol) => (
        <option key={protocol} value={protocol}>
          {say(protocol === 'any' ? any : protocolWords[protocol])}
        </option>
      ))}
    </select>
  );
}

export function ExpectationSelect({
  className,
  name,
  place,
  value,
  choose,
  ...rest
}: SelectProps<Expectation>) {
  const say = useSay();
  return (
    <select
      {...rest}
      className={className ?? 'inspector-select'}
      data-field={place}
      aria-label={name}
      value={value}
      onChange={(event) => choose(event.target.value === 'blocked' ? 'blocked' : 'reachable')}
    >
      <option value="reachable">{say(expectationWords.reachable)}</option>
      <option value="blocked">{say(expectationWords.blocked)}</option>
    </select>
  );
}

interface BoxProps {
  readonly id: string;
  readonly place: string;
  readonly name?: string;
  readonly value: number | null;
  readonly choose: (value: number | null) => void;
}

export function PortBox({ value, choose, ...rest }: BoxProps & { readonly disabled: boolean }) {
  const say = useSay();
  return (
    <TextBox
      {...rest}
      mono
      numeric
      value={value === null ? '' : String(value)}
      placeholder={say(anyPortWords)}
      commit={(text) => {
        const port = readPort(text);
        if (port === undefined) return false;
        choose(port);
        return true;
      }}
    />
  );
}

/** Gigabytes a month. */
export function AmountBox({ value, choose, ...rest }: BoxProps & { readonly placeholder?: string }) {
  return (
    <TextBox
      {...rest}
      mono
      numeric
      value={value === null ? '' : String(value)}
      commit={(text) => {
        const amount = readAmount(text);
        if (amount === undefined) return false;
        choose(amount);
        return true;
      }}
    />
  );
}
