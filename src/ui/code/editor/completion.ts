/** Offers what can be written at the cursor: names, types, properties, values, functions. */
import {
  autocompletion,
  pickedCompletion,
  type Completion as Option,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { wordList } from '../../words';
import { loadHelp, type HelpSource } from './helpSource';
import type { Completion } from './templateHelp';

const words = wordList({
  resource: { en: 'resource', ja: 'リソース' },
  parameter: { en: 'parameter', ja: 'パラメータ' },
  attribute: { en: 'attribute', ja: '属性' },
  condition: { en: 'condition', ja: '条件' },
  mapping: { en: 'mapping', ja: 'マッピング' },
  type: { en: 'resource type', ja: 'リソースタイプ' },
  property: { en: 'property', ja: 'プロパティ' },
  value: { en: 'value', ja: '値' },
  function: { en: 'function', ja: '関数' },
  section: { en: 'key', ja: 'キー' },
  required: { en: 'required', ja: '必須' },
});

export function completion(source: HelpSource): Extension {
  return autocompletion({
    override: [(context) => offered(context, source)],
    icons: false,
    // Beside the options there is not always room in a narrow pane.
    aboveCursor: false,
    maxRenderedOptions: 60,
  });
}

async function offered(context: CompletionContext, source: HelpSource): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  const before = state.sliceDoc(Math.max(0, pos - 2), pos);
  // In an empty place nothing is offered unless it is asked for.
  if (!explicit && !/[\w!.{]$|[\w!]:\s$|!\w+ $/.test(before)) return null;
  const { completionsAt, namesInText, placeInText } = await loadHelp();
  if (context.aborted) return null;
  const format = source.format();
  const text = state.doc.toString();
  const place = placeInText(text, pos, format);
  if (place === undefined) return null;
  const { from, options } = completionsAt(place, source.names() ?? namesInText(text), format);
  if (options.length === 0) return null;
  const isBare = format === 'json' && !place.isQuoted;
  return {
    from,
    options: options.map((each) => shown(each, source, isBare, format === 'json')),
    validFor: /^[\w:.!<>-]*$/,
  };
}

function shown(each: Completion, { say }: HelpSource, isBare: boolean, isJson: boolean): Option {
  const { text, is, detail, isRequired = false, isExpected = false, isKey = false } = each;
  const said = [detail ?? say(words[is]), ...(isRequired ? [say(words.required)] : [])].join(', ');
  const quoted = isBare && !/^(?:true|false)$/.test(text) ? `"${text}"` : text;
  return {
    label: text,
    detail: said,
    ...(isRequired || isExpected ? { boost: 1 } : {}),
    apply: (view, option, from, to) => put(view, option, from, to, quoted, isKey, isJson),
  };
}

/** A key comes with its colon, where there is none yet. */
function put(
  view: EditorView,
  option: Option,
  from: number,
  to: number,
  text: string,
  isKey: boolean,
  isJson: boolean,
): void {
  const behind = view.state.sliceDoc(to, to + 40);
  const isQuoted = isJson && !text.startsWith('"');
  const end = isQuoted && behind.startsWith('"') ? to + 1 : to;
  const rest = view.state.sliceDoc(end, end + 40);
  const closed = isQuoted ? `${text}"` : text;
  const insert = isKey && !/^\s*:/.test(rest) ? `${closed}: ` : closed;
  view.dispatch({
    changes: { from, to: end, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.complete',
    annotations: pickedCompletion.of(option),
    scrollIntoView: true,
  });
}
