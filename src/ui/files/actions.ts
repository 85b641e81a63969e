/** What a person can do with whole diagrams: new, open, save, gallery, export, and looking at them in another way. */
import type { Action } from '../../editor/actions';
import type { Session } from '../../editor/session';
import { openDialog } from '../shell/dialogs';
import type { Desk } from './desk';
import { words } from './words';

export function fileActions(desk: Desk): readonly Action[] {
  const always = () => true;
  const inLanguage = (name: 'openable' | 'templates'): string =>
    words[name][desk.editor.session.getState().language];
  const open = async (description: string): Promise<void> => {
    // Loaded within the moment in which the browser still counts the press of the button.
    const { pickFiles } = await import('./pickFiles');
    const picked = await pickFiles(description);
    if (picked === undefined) return;
    const { openFiles } = await import('./openDiagram');
    await openFiles(desk, picked.files, picked.handle);
  };
  const save = (how: 'again' | 'as-new'): void =>
    void import('./saveDiagram').then(({ saveDiagram }) => saveDiagram(desk, how));
  return [
    {
      id: 'new-diagram',
      label: words.newDiagram,
      group: 'file',
      enabled: always,
      run: () => void import('./openDiagram').then(({ openEmpty }) => openEmpty(desk)),
    },
    {
      id: 'start-with-vpc',
      label: words.startWithVpc,
      group: 'file',
      enabled: ({ store }) => store.document.resources.size === 0,
      run: (editor) => void import('../start/startWithVpc').then((found) => found.startWithVpc(editor)),
    },
    {
      id: 'open-file',
      label: words.open,
      keys: [{ key: 'o', mod: true }],
      whileTyping: true,
      group: 'file',
      enabled: always,
      run: () => void open(inLanguage('openable')),
    },
    {
      id: 'open-link',
      label: words.openLink,
      group: 'file',
      enabled: always,
      run: () => openDialog('open-link'),
    },
    {
      id: 'import-template',
      label: words.importTemplate,
      group: 'file',
      enabled: always,
      run: () => void open(inLanguage('templates')),
    },
    {
      id: 'aws-commands',
      label: words.awsCommands,
      group: 'file',
      enabled: always,
      run: () => openDialog('aws'),
    },
    {
      id: 'open-gallery',
      label: words.gallery,
      group: 'file',
      enabled: always,
      run: () => openDialog('gallery'),
    },
    {
      id: 'take-tour',
      label: words.takeTour,
      keys: [{ key: 'F1' }],
      whileTyping: true,
      group: 'help',
      enabled: always,
      run: () => void import('../tour/showTour').then(({ takeTour }) => takeTour(desk)),
    },
    {
      id: 'save-file',
      label: words.save,
      keys: [{ key: 's', mod: true }],
      whileTyping: true,
      group: 'file',
      enabled: always,
      run: () => save('again'),
    },
    {
      id: 'save-file-as',
      label: words.saveAs,
      keys: [{ key: 's', mod: true, shift: true }],
      whileTyping: true,
      group: 'file',
      enabled: always,
      run: () => save('as-new'),
    },
    {
      id: 'add-image',
      label: words.addImage,
      group: 'tools',
      enabled: always,
      run: (editor) => void import('../pictures/pickImages').then(({ pickImages }) => pickImages(editor)),
    },
    {
      id: 'copy-link',
      label: words.copyLink,
      group: 'file',
      enabled: ({ store }) => store.document.resources.size > 0,
      run: (editor) => void import('../share/copyLink').then(({ copyLink }) => copyLink(editor)),
    },
    {
      id: 'version-history',
      label: words.versionHistory,
      group: 'file',
      enabled: always,
      run: () => openDialog('versions'),
    },
    {
      id: 'name-version',
      label: words.nameVersion,
      group: 'file',
      enabled: ({ store }) => store.document.resources.size > 0,
      run: () => openDialog('name-version'),
    },
    {
      id: 'compare-versions',
      label: words.compareVersions,
      group: 'file',
      enabled: always,
      run: () => openDialog('compare'),
    },
    {
      id: 'show-parameters',
      label: words.parameters,
      group: 'file',
      enabled: ({ store }) => store.document.templates.size > 0,
      run: () => openDialog('parameters'),
    },
    {
      id: 'show-code',
      label: words.showCode,
      group: 'view',
      checked: ({ session }) => isCodeShown(session.getState()),
      enabled: always,
      run: ({ session }) =>
        session.setState((state) =>
          isCodeShown(state)
            ? { codeAtRight: false, panel: state.panel === 'code' ? null : state.panel }
            : { panel: 'code' },
        ),
    },
    {
      id: 'show-matrix',
      label: words.matrix,
      keys: [{ key: 'm' }],
      group: 'view',
      enabled: always,
      run: () => openDialog('matrix'),
    },
    ...(
      [
        ['yaml', 'yaml', words.exportYaml],
        ['json', 'json', words.exportJson],
        ['cdk-typescript', 'typescript', words.exportTypescript],
        ['cdk-python', 'python', words.exportPython],
        ['terraform', 'terraform', words.exportTerraform],
        ['answers', 'aws-describe', words.exportAnswers],
        ['drawio', 'drawio', words.exportDrawio],
        ['mermaid', 'mermaid', words.exportMermaid],
        ['markdown', 'markdown', words.exportMarkdown],
      ] as const
    ).map(([id, format, label]): Action => ({
      id: `export-${id}`,
      label,
      group: 'file',
      enabled: ({ store }) => store.document.resources.size > 0,
      run: (editor) =>
        void import('../export/exportProven').then(({ exportProven }) => exportProven(editor, format)),
    })),
  ];
}

function isCodeShown({ panel, codeAtRight }: Session): boolean {
  return panel === 'code' || codeAtRight;
}
