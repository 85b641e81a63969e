/** The control that a field asks for, and what stands in its place where the value is unknown. */
import { isUnknown } from '../../../core/model/value';
import { ArtControl } from '../../pictures/ArtControl';
import { useSay } from '../../useEditor';
import { words } from '../words';
import type { ControlProps } from './control';
import { ChoiceControl, NumberControl, TextControl, ToggleControl } from './plainControls';
import { PeerControl, RefControl, RefsControl } from './referenceControls';

export function FieldControl(props: ControlProps) {
  const { field, value } = props;
  if (isUnknown(value)) return <UnknownValue {...props} />;
  switch (field.control) {
    case 'text':
    case 'cidr':
      return <TextControl {...props} field={field} />;
    case 'art':
      return <ArtControl {...props} field={field} />;
    case 'number':
      return <NumberControl {...props} field={field} />;
    case 'toggle':
      return <ToggleControl {...props} field={field} />;
    case 'choice':
      return <ChoiceControl {...props} field={field} />;
    case 'ref':
      return <RefControl {...props} field={field} />;
    case 'refs':
      return <RefsControl {...props} field={field} />;
    case 'peer':
      return <PeerControl {...props} field={field} />;
    case 'rows':
      // Tables have an editor of their own; they do not stand in cells.
      return null;
  }
}

function UnknownValue({ field, value, id, place, name, commit }: ControlProps) {
  const say = useSay();
  if (!isUnknown(value)) return null;
  return (
    <div className="inspector-unknown">
      <p>
        <strong>{say(words.unknown)}</strong>
        {`: ${say(value.unknown)}`}
      </p>
      <button
        type="button"
        id={id}
        data-field={place}
        className="button button-outlined inspector-small"
        aria-label={`${name ?? say(field.label)}: ${say(words.setValue)}`}
        onClick={() => commit(field.default)}
      >
        {say(words.setValue)}
      </button>
    </div>
  );
}
