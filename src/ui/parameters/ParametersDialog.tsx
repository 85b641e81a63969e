/** The values with which the diagram's templates are read. */
import { useId, useState } from 'react';
import type { TemplateParameter } from '../../core/cfn/parametersIn';
import { Dialog } from '../shell/Dialog';
import { closeDialog } from '../shell/dialogs';
import { useSay } from '../useEditor';
import './parameters.css';
import { useParameters } from './useParameters';
import { defaultText, resetText, words } from './words';

export function ParametersDialog() {
  const say = useSay();
  const { all, fault, set } = useParameters();
  const files = [...new Set(all?.map(({ fileName }) => fileName))];
  return (
    <Dialog
      title={say(words.title)}
      className="parameters"
      onClose={closeDialog}
      foot={
        <button type="button" className="button button-filled" onClick={closeDialog}>
          {say(words.done)}
        </button>
      }
    >
      <p>{say(all === null ? words.reading : all.length === 0 ? words.none : words.intro)}</p>
      {fault !== null && (
        <p role="alert" className="parameters-fault">
          {say(fault)}
        </p>
      )}
      {files.map((file) => (
        <section key={file} aria-label={file}>
          {files.length > 1 && <h3>{file}</h3>}
          {all
            ?.filter(({ fileName }) => fileName === file)
            .map((parameter) => (
              <ParameterRow
                key={parameter.name}
                parameter={parameter}
                onChange={(value) => set(parameter.name, value)}
              />
            ))}
        </section>
      ))}
    </Dialog>
  );
}

interface ParameterRowProps {
  readonly parameter: TemplateParameter;
  readonly onChange: (value: string | undefined) => void;
}

function ParameterRow({ parameter, onChange }: ParameterRowProps) {
  const { name, type, description, given, fault } = parameter;
  const say = useSay();
  const id = useId();
  const about = [`${id}-type`, description !== '' && `${id}-about`, fault !== undefined && `${id}-fault`]
    .filter((each) => each !== false)
    .join(' ');
  return (
    <div className="parameters-row">
      <div className="parameters-name">
        <label htmlFor={id}>{name}</label>
        <span className="inspector-quiet" id={`${id}-type`}>
          {type}
        </span>
      </div>
      <div className="parameters-value">
        <ParameterValue id={id} about={about} parameter={parameter} onChange={onChange} />
        {given !== undefined && (
          <button
            type="button"
            className="button"
            aria-label={say(resetText(name))}
            title={say(parameter.default === undefined ? resetText(name) : defaultText(parameter.default))}
            onClick={() => onChange(undefined)}
          >
            ↺
          </button>
        )}
      </div>
      {description !== '' && (
        <p className="inspector-quiet" id={`${id}-about`}>
          {description}
        </p>
      )}
      {fault !== undefined && (
        <p className="parameters-fault" id={`${id}-fault`}>
          {say(fault)}
        </p>
      )}
    </div>
  );
}

interface ParameterValueProps extends ParameterRowProps {
  readonly id: string;
  /** The ids of what describes it. */
  readonly about: string;
}

function ParameterValue({ id, about, parameter, onChange }: ParameterValueProps) {
  const say = useSay();
  const { type, allowed, isSecret, given, fault } = parameter;
  const value = given ?? parameter.default;
  const [typed, setTyped] = useState(value ?? '');
  // A value from elsewhere (undo, say) takes the place of what is typed.
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value ?? '');
  }
  const described = {
    id,
    'aria-describedby': about,
    'aria-invalid': fault === undefined ? undefined : true,
  };
  if (allowed.length > 0) {
    const choices = value === undefined || allowed.includes(value) ? allowed : [value, ...allowed];
    return (
      <select
        {...described}
        className="inspector-select"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value)}
      >
        {value === undefined && <option value="">{say(words.given)}</option>}
        {choices.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    );
  }
  const take = (): void => {
    if (typed !== (value ?? '')) onChange(typed);
  };
  return (
    <input
      {...described}
      className="inspector-box"
      type={isSecret ? 'password' : 'text'}
      inputMode={type === 'Number' ? 'decimal' : 'text'}
      autoComplete="off"
      spellCheck={false}
      placeholder={value === undefined ? say(words.given) : undefined}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take();
      }}
    />
  );
}
