/** The icons that a search finds, to choose one from; the chosen one by its name while nothing is searched. */
import { useMemo } from 'react';
import { iconAddress } from '../builtFile';
import { useSay } from '../useEditor';
import { iconAt, iconsFor } from './iconIndex';
import { words } from './words';

export interface IconChoiceProps {
  readonly query: string;
  readonly chosen: string;
  readonly onChoose: (path: string) => void;
}

/** Rows of six fill the width of the inspector. */
const mostShown = 48;

export function IconChoice({ query, chosen, onChoose }: IconChoiceProps) {
  const say = useSay();
  const found = useMemo(() => iconsFor(query), [query]);
  if (query.trim() === '') return <p className="inspector-quiet">{iconAt(chosen)?.label ?? chosen}</p>;
  if (found.length === 0) return <p className="inspector-quiet">{say(words.noIcons)}</p>;
  return (
    <ul className="art-icons" aria-label={say(words.iconsFound)}>
      {found.slice(0, mostShown).map(({ path, label, sort }) => (
        <li key={path}>
          <button
            type="button"
            className="art-icon"
            aria-label={label}
            aria-pressed={path === chosen}
            data-tip={`${label} (${say(sort)})`}
            onClick={() => onChoose(path)}
          >
            <img src={iconAddress(path)} alt="" width={32} height={32} loading="lazy" draggable={false} />
          </button>
        </li>
      ))}
    </ul>
  );
}
