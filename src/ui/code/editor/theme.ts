/** How the text looks: in the colours of the interface, which are custom properties and so reach into the shadow root. */
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { flashMs } from './lineMarks';

export const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: [tags.comment], color: 'var(--text-quiet)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.tagName, tags.keyword, tags.labelName], fontWeight: '600' },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: 'var(--text-quiet)' },
]);

export const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--text)', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '18px' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--text)' },
  '&.cm-focused .cm-content': { boxShadow: 'inset 2px 0 0 var(--accent)' },
  '.cm-gutters': {
    border: 'none',
    backgroundColor: 'var(--surface)',
    color: 'var(--text-quiet)',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '40px', padding: '0 10px 0 6px' },
  '.cm-line': { padding: '0 8px' },
  '.cm-marked': { backgroundColor: 'var(--accent-soft)', boxShadow: 'inset 3px 0 0 var(--accent)' },
  '.cm-flashing': { animation: `cm-flash ${flashMs}ms ease-out` },
  '@keyframes cm-flash': {
    from: { backgroundColor: 'color-mix(in srgb, var(--accent) 34%, transparent)' },
  },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 28%, transparent)',
  },
  '.cm-selectionMatch, .cm-searchMatch': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 16%, transparent)',
    outline: '1px solid color-mix(in srgb, var(--accent) 45%, transparent)',
  },
  '.cm-panels': {
    backgroundColor: 'var(--surface-sunken)',
    color: 'var(--text)',
    borderBottom: '1px solid var(--line)',
    fontFamily: 'var(--font)',
  },
  '.cm-textfield': {
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: '4px',
  },
  '.cm-tooltip': {
    maxWidth: 'min(480px, 90%)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    backgroundColor: 'var(--surface-raised)',
    boxShadow: 'var(--shadow)',
    color: 'var(--text)',
    fontFamily: 'var(--font)',
  },
  '.cm-tooltip-lint': { padding: '2px 0' },
  '.cm-diagnostic': { padding: '4px 8px', marginLeft: '0', borderLeft: '3px solid var(--line-strong)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--blocked)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--caution)' },
  '.cm-diagnosticAction': {
    display: 'inline-block',
    margin: '4px 8px 0 0',
    padding: '2px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
  },
  '.cm-looked-up': { padding: '4px 8px' },
  '.cm-rename': { padding: '6px 8px', lineHeight: '26px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxHeight: '180px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--accent-soft)',
    color: 'var(--text)',
    boxShadow: 'inset 2px 0 0 var(--accent)',
  },
  '.cm-completionDetail': { color: 'var(--text-quiet)', fontStyle: 'normal', fontFamily: 'var(--font)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  // The pictures of the library are of fixed colours.
  '.cm-lintRange': { backgroundImage: 'none', textDecorationThickness: '1.5px' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--blocked)' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--caution)' },
  '.cm-lintRange-info': { textDecoration: 'underline dotted var(--text-quiet)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--accent-soft)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--blocked)' },
  '.cm-gutter-lint': { width: '16px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-lint-marker': { width: '16px', height: '18px', textAlign: 'center', cursor: 'default' },
  // Other forms, not only other colours.
  '.cm-lint-marker-error': { content: 'normal', color: 'var(--blocked)' },
  '.cm-lint-marker-error:before': { content: '"✖"' },
  '.cm-lint-marker-warning': { content: 'normal', color: 'var(--caution)' },
  '.cm-lint-marker-warning:before': { content: '"▲"' },
  '.cm-lint-marker-info': { content: 'normal', color: 'var(--text-quiet)' },
  '.cm-lint-marker-info:before': { content: '"ⓘ"' },
});
