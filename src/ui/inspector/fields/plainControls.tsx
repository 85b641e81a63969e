/** The controls of values that name nobody: text, CIDR blocks, numbers, choices, toggles. */
import type {
  CidrField,
  ChoiceField,
  NumberField,
  TextField,
  ToggleField,
} from '../../../core/catalog/field';
import { regionOf } from '../../../core/catalog/surroundings';
import { useDocument, useEditor, useSay } from '../../useEditor';
import { words } from '../words';
import type { ControlProps } from './control';
import { TextBox } from './TextBox';

export function TextControl(props: ControlProps<TextField<unknown> | CidrField<unknown>>) {
  const { field, value, owner, commit, typing } = props;
  const { store } = useEditor();
  const say = useSay();
  const isCidr = field.control === 'cidr';
  const suggestions = isCidr ? undefined : field.suggestions;
  const multiline = !isCidr && field.multiline === true;
  // Full-width digits come easily from a Japanese keyboard; an address has none.
  const read = (text: string): string =>
    isCidr ? text.normalize('NFKC').trim() : multiline ? text : text.trim();
  return (
    <TextBox
      {...boxProps(props)}
      value={typeof value === 'string' ? value : ''}
      mono={isCidr || looksLikeAddress(value)}
      multiline={multiline}
      placeholder={props.mixed === true ? say(words.mixed) : undefined}
      options={
        suggestions === undefined
          ? undefined
          : () => suggestions(regionOf(store.document, owner)).map((text) => ({ text }))
      }
      commit={(text) => commit(read(text))}
      typed={(text) => typing(text === null ? null : { value: read(text) })}
    />
  );
}

export function NumberControl(props: ControlProps<NumberField<unknown>>) {
  const { field, value, commit, typing } = props;
  const say = useSay();
  return (
    <TextBox
      {...boxProps(props)}
      value={typeof value === 'number' ? String(value) : ''}
      mono
      numeric
      placeholder={
        props.mixed === true ? say(words.mixed) : field.optional === true ? say(words.optional) : undefined
      }
      commit={(text) => {
        const number = readNumber(text, field.optional === true);
        if (number === undefined) return false;
        commit(number);
        return true;
      }}
      typed={(text) => {
        const number = text === null ? undefined : readNumber(text, field.optional === true);
        if (text === null) typing(null);
        else typing(number === undefined ? { fault: words.notANumber } : { value: number });
      }}
    />
  );
}

export function ChoiceControl(props: ControlProps<ChoiceField<unknown>>) {
  const { field, value, owner, mixed } = props;
  const say = useSay();
  const region = useDocument((document) => regionOf(document, owner));
  const options = field.options(region);
  const known = options.some((option) => option.value === value);
  return (
    <select
      {...selectProps(props)}
      value={mixed === true ? '?' : String(value)}
      onChange={(event) => props.commit(event.target.value)}
    >
      {mixed === true ? (
        <option value="?" disabled>
          {say(words.mixed)}
        </option>
      ) : known ? null : (
        <option value={String(value)}>{String(value)}</option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {say(option.label)}
        </option>
      ))}
    </select>
  );
}

export function ToggleControl(props: ControlProps<ToggleField<unknown>>) {
  const { value, mixed = false } = props;
  return (
    <input
      type="checkbox"
      id={props.id}
      className="inspector-toggle"
      data-field={props.place}
      ref={(box) => {
        if (box !== null) box.indeterminate = mixed;
      }}
      checked={!mixed && value === true}
      disabled={props.disabled}
      aria-label={props.name}
      aria-describedby={props.describedBy}
      onChange={(event) => props.commit(event.target.checked)}
    />
  );
}

/** What a text box takes over from the control it is in. */
export function boxProps(props: ControlProps) {
  return {
    id: props.id,
    place: props.place,
    name: props.name,
    describedBy: props.describedBy,
    invalid: props.invalid,
    ...(props.disabled === undefined ? {} : { disabled: props.disabled }),
    ...(props.entered === undefined ? {} : { entered: props.entered }),
  };
}

export function selectProps(props: ControlProps) {
  return {
    id: props.id,
    className: 'inspector-select',
    'data-field': props.place,
    disabled: props.disabled,
    'aria-label': props.name,
    'aria-invalid': props.invalid ? true : undefined,
    'aria-describedby': props.describedBy,
  };
}

/** Blocks and addresses stand in columns of figures, also where a field takes both families as plain text. */
function looksLikeAddress(value: unknown): boolean {
  return typeof value === 'string' && /^[\da-f:.]+\/\d+$/i.test(value);
}

/** A whole number, null for nothing where that is allowed, undefined for what is neither. */
function readNumber(text: string, optional: boolean): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return optional ? null : undefined;
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}
