/** Aligning and distributing as a row of signs in the context menu: eight lines of words would bury the rest. */
import type { ReactNode } from 'react';
import { actionById } from '../../editor/actions';
import { ariaKeys, keysText } from '../../editor/keyboard';
import { glyph } from '../glyph';
import { useEditor, useSay } from '../useEditor';
import { isMac } from '../shell/isMac';

const Left = glyph(<path d="M2.5 2v12M5 4h8.5v2.5H5zM5 9.5h5V12H5z" />);
const Centre = glyph(<path d="M8 2v2M8 6.5v3M8 12v2M3.5 4h9v2.5h-9zM5.5 9.5h5V12h-5z" />);
const Right = glyph(<path d="M13.5 2v12M2.5 4H11v2.5H2.5zM6 9.5h5V12H6z" />);
const Top = glyph(<path d="M2 2.5h12M4 5v8.5h2.5V5zM9.5 5v5H12V5z" />);
const Middle = glyph(<path d="M2 8h2M6.5 8h3M12 8h2M4 3.5v9h2.5v-9zM9.5 5.5v5H12v-5z" />);
const Bottom = glyph(<path d="M2 13.5h12M4 2.5V11h2.5V2.5zM9.5 6v5H12V6z" />);
const Across = glyph(<path d="M2.5 2v12M13.5 2v12M6.5 4.5h3v7h-3z" />);
const Down = glyph(<path d="M2 2.5h12M2 13.5h12M4.5 6.5h7v3h-7z" />);

const signs: readonly { readonly id: string; readonly sign: ReactNode }[] = [
  { id: 'align-left', sign: <Left /> },
  { id: 'align-centre', sign: <Centre /> },
  { id: 'align-right', sign: <Right /> },
  { id: 'align-top', sign: <Top /> },
  { id: 'align-middle', sign: <Middle /> },
  { id: 'align-bottom', sign: <Bottom /> },
  { id: 'distribute-across', sign: <Across /> },
  { id: 'distribute-down', sign: <Down /> },
];

export function AlignRow() {
  const editor = useEditor();
  const say = useSay();
  return (
    <div role="presentation" className="menu-row">
      {signs.map(({ id, sign }) => {
        const action = actionById(id);
        const [keys] = action?.keys ?? [];
        if (action === undefined || keys === undefined) return null;
        return (
          <button
            key={id}
            type="button"
            role="menuitem"
            className="menu-sign"
            aria-label={say(action.label)}
            aria-keyshortcuts={ariaKeys(keys, isMac)}
            data-tip={say(action.label)}
            data-tip-keys={keysText(keys, isMac)}
            tabIndex={-1}
            disabled={!action.enabled(editor)}
            onPointerMove={(event) => event.currentTarget.focus()}
            onClick={() => action.run(editor)}
          >
            {sign}
          </button>
        );
      })}
    </div>
  );
}
