/** Tells what the word under the pointer is, and goes from a name to its definition. */
import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap } from '@codemirror/view';
import { wordList } from '../../words';
import { loadHelp, type HelpSource } from './helpSource';
import type { LookedUp } from './templateHelp';

const words = wordList({
  required: { en: 'required', ja: '必須' },
  optional: { en: 'optional', ja: '省略可能' },
  attribute: { en: 'attribute', ja: '属性' },
  resource: { en: 'resource', ja: 'リソース' },
  parameter: { en: 'parameter', ja: 'パラメータ' },
  condition: { en: 'condition', ja: '条件' },
  mapping: { en: 'mapping', ja: 'マッピング' },
});

export function lookingUp(source: HelpSource): Extension {
  return [
    hoverTooltip(async (view, offset) => {
      const { lookUp, namesInText } = await loadHelp();
      const text = view.state.doc.toString();
      const found = lookUp(text, offset, source.format(), source.names() ?? namesInText(text));
      if (found === undefined) return null;
      return { pos: found.from, end: found.to, above: true, create: () => ({ dom: told(found, source) }) };
    }),
    keymap.of([
      {
        key: 'F12',
        run(view) {
          void goToDefinition(view, view.state.selection.main.head, source);
          return true;
        },
      },
    ]),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (at === null) return false;
        event.preventDefault();
        void goToDefinition(view, at, source);
        return true;
      },
    }),
  ];
}

async function goToDefinition(view: EditorView, offset: number, { names }: HelpSource): Promise<void> {
  const { definitionOf, namesInText } = await loadHelp();
  const text = view.state.doc.toString();
  const at = definitionOf(text, offset, names() ?? namesInText(text));
  if (at === undefined) return;
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  view.focus();
}

/** Only ever text: what stands in a template is somebody else's. */
function told(found: LookedUp, { say }: HelpSource): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'cm-looked-up';
  const name = document.createElement('strong');
  name.textContent = found.name;
  dom.append(name, ` ${factsOf(found, say)}`);
  return dom;
}

function factsOf(found: LookedUp, say: HelpSource['say']): string {
  switch (found.is) {
    case 'property':
      return `${found.takes}, ${say(found.isRequired ? words.required : words.optional)}`;
    case 'attribute':
      return `${found.takes}, ${say(words.attribute)}`;
    default:
      return [found.type, say(words[found.is])].filter((each) => each !== '').join(', ');
  }
}
