/** In a low window a long menu goes on beside itself here. */
const beside: readonly string[] = [];

/** What the menus of the top bar hold that hold nothing but actions, by their ids, in groups. */
export const editMenu = [
  ['undo', 'redo'],
  [
    'cut',
    'copy',
    'copy-as-png',
    'copy-as-svg',
    'paste',
    'paste-in-place',
    'duplicate',
    'duplicate-to-zone',
    'delete-selection',
  ],
  beside,
  ['select-all', 'rename', 'replace-kind', 'move-to', 'add-inside', 'find-on-canvas', 'quick-fix'],
  ['tool-select', 'tool-hand', 'tool-connect', 'connect-to', 'tool-space'],
  ['add-note', 'add-frame', 'add-line', 'add-call-out', 'add-image'],
];
export const lensIds = ['lens-routes', 'lens-security', 'lens-endpoints', 'lens-cost', 'lens-off'];
export const arrangeMenu = [
  ['tidy', 'lay-out', 'arrange', 'check-drawing'],
  ['toggle-collapsed', 'fit-to-contents'],
  ['bend-arrow', 'add-bend', 'straighten-arrow'],
  beside,
  ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'],
  ['distribute-across', 'distribute-down'],
  ['bring-forward', 'send-backward', 'bring-to-front', 'send-to-back'],
  ['toggle-lock'],
  ['group-selection', 'ungroup-selection', 'renumber-call-outs'],
];
export const viewMenu = [
  ['zoom-in', 'zoom-out', 'zoom-actual', 'fit-all', 'fit-selection'],
  ['toggle-grid', 'toggle-snapping', 'toggle-minimap', 'focus-mode'],
  lensIds,
  ['show-outline', 'show-code', 'show-matrix', 'compare-paths'],
  ['plan-addresses', 'show-cost', 'show-break-even'],
];
/** To deploy, to look at, and for other programs. */
export const exportMenu = [
  [
    'export-yaml',
    'export-json',
    'export-cdk-typescript',
    'export-cdk-python',
    'export-terraform',
    'export-answers',
  ],
  ['export-svg', 'export-png', 'export-pdf', 'export-pptx', 'export-html', 'export-gif'],
  ['export-drawio', 'export-mermaid', 'export-markdown'],
  ['show-code'],
];
