/** The five steps: draw, ask, mend, show, take away. Each is a thing to do and not a thing to read. */
import { actionById } from '../../editor/actions';
import { connect } from '../../editor/connect';
import type { Editor } from '../../editor/editor';
import { flowVerdict, flowVerdictWords, isAsExpected } from '../../core/network/flowVerdict';
import { jumpTo } from '../../editor/inspecting/jump';
import { keysText } from '../../editor/keyboard';
import type { Words } from '../../lib/words';
import { handedOut } from '../export/handedOut';
import { isMac } from '../shell/isMac';
import { firstShown, nameOf, onCanvas, type Step } from './step';
import { subject } from './subject';

const draw: Step = {
  title: { en: 'Draw', ja: '描く' },
  text: (editor) => {
    const { en, ja } = drawnKind(editor);
    const box = nameOf(editor, subject.box);
    return {
      en: `Drag “${en}” from the palette into ${box}. Where something cannot stand the box does not take it, and says why.`,
      ja: `パレットから「${ja}」を ${box} にドラッグしてください。置けない場所では、その理由が表示されます。`,
    };
  },
  byKeys: () => ({
    en: `Without a mouse: select a box and press ${keys('add-inside')}.`,
    ja: `キーボードでは、ボックスを選択して ${keys('add-inside')} を押します。`,
  }),
  ways: [
    {
      label: { en: 'Add by name…', ja: '名前で追加…' },
      run: (editor) => {
        editor.session.setState({ selection: new Set([subject.box]) });
        actionById('add-inside')?.run(editor);
      },
    },
  ],
  about: () => [subject.box],
  pointsAt: (editor) => {
    const kind = editor.store.document.resources.get(subject.from)?.kind ?? '';
    return [
      // On a narrow window the palette is behind the first button of the top bar.
      ...firstShown(
        `.palette [data-entry="${CSS.escape(kind)}"]`,
        '.palette',
        '.top-bar-left > [aria-expanded]',
      ),
      ...onCanvas(subject.box),
    ];
  },
  watch: (editor, done) => {
    let before = editor.store.document.resources;
    return editor.store.subscribe(({ document: { resources }, origin }) => {
      const drawn = [...resources.values()].find(({ id }) => !before.has(id));
      before = resources;
      if (drawn === undefined || origin.by === 'replace' || origin.by === 'undo') return;
      done({ en: `${drawn.name} is drawn.`, ja: `${drawn.name} を追加しました。` });
    });
  },
};

const ask: Step = {
  title: { en: 'Ask', ja: '通信を確かめる' },
  text: (editor) => {
    const [from, to] = [nameOf(editor, subject.from), nameOf(editor, subject.to)];
    return {
      en: `Does ${from} reach ${to}? Drag from one to the other with the arrow tool. Routes, security groups and network ACLs are followed hop by hop, and the arrow says what becomes of the traffic.`,
      ja: `${from} から ${to} に届くでしょうか。矢印ツールで一方から他方へドラッグしてください。ルート、セキュリティグループ、ネットワーク ACL をホップごとにたどり、結果を矢印に表示します。`,
    };
  },
  byKeys: () => ({
    en: `The arrow tool is ${keys('tool-connect')}. Without a mouse: select a resource and press ${keys('connect-to')}.`,
    ja: `矢印ツールは ${keys('tool-connect')} です。キーボードでは、リソースを選択して ${keys('connect-to')} を押します。`,
  }),
  ways: [
    {
      label: { en: 'Draw it by name…', ja: '名前で引く…' },
      run: (editor) => {
        editor.session.setState({ selection: new Set([subject.from]) });
        actionById('connect-to')?.run(editor);
      },
    },
  ],
  about: () => [subject.from, subject.to],
  pointsAt: () => [...onCanvas(subject.from), ...onCanvas(subject.to)],
  watch: (editor, done) => {
    const { store, verdicts } = editor;
    let before = store.document.flows;
    let drawn: string | undefined;
    const stops = [
      store.subscribe(({ document: { flows }, origin }) => {
        const isTheirs = origin.by !== 'replace' && origin.by !== 'undo';
        drawn = (isTheirs ? [...flows.keys()].find((id) => !before.has(id)) : undefined) ?? drawn;
        before = flows;
      }),
      // The verdict is the point of it: the step is done when it is there.
      verdicts.subscribe(({ revision, traces }) => {
        const flow = store.document.flows.get(drawn ?? '');
        const trace = traces.get(drawn ?? '');
        if (flow === undefined || trace === undefined || revision !== store.revision) return;
        drawn = undefined;
        const { en, ja } = flowVerdictWords[flowVerdict(trace)];
        const ends = `${nameOf(editor, flow.from)} → ${nameOf(editor, flow.to)}`;
        done({ en: `${ends}: ${en.toLowerCase()}.`, ja: `${ends}: ${ja}。` });
      }),
    ];
    return () => stops.forEach((stop) => stop());
  },
};

const mend: Step = {
  title: { en: 'Mend', ja: '直す' },
  text: () => ({
    en: 'A red arrow ends where its traffic is stopped. Select one: the inspector names the hop and the reason, and offers what would mend it. One click does it, and undo takes it back.',
    ja: '赤い矢印は、通信が止められた場所で終わります。選択すると、止められたホップと理由、直す方法がインスペクターに表示されます。1 回のクリックで直せ、元に戻すこともできます。',
  }),
  byKeys: () => ({
    en: `Without a mouse: ${keys('quick-fix')} fixes what is selected.`,
    ja: `キーボードでは、${keys('quick-fix')} で選択中の問題を修正できます。`,
  }),
  ways: [
    {
      label: { en: 'Show a broken arrow', ja: '届かない矢印を表示' },
      run: (editor) => {
        const broken = brokenFlows(editor)[0];
        if (broken === undefined) connect(editor, subject.from, subject.to);
        else jumpTo(editor, broken);
      },
    },
  ],
  about: (editor) => brokenFlows(editor).slice(0, 1),
  pointsAt: (editor) => {
    const broken = brokenFlows(editor);
    const chosen = broken.find((id) => editor.session.getState().selection.has(id));
    if (chosen !== undefined)
      return firstShown('.plans-offer li button', '.shell-inspector .fix-button', '.shell-inspector');
    return broken
      .slice(0, 1)
      .flatMap((id) => firstShown(`.canvas [data-part="flow"][data-id="${CSS.escape(id)}"]`));
  },
  watch: (editor, done) => {
    const { store, verdicts } = editor;
    const seen = new Set(brokenFlows(editor));
    return verdicts.subscribe(({ traces, revision }) => {
      if (revision !== store.revision) return;
      for (const id of brokenFlows(editor)) seen.add(id);
      const flow = [...seen]
        .map((id) => store.document.flows.get(id))
        .find((each) => each !== undefined && traces.get(each.id)?.verdict === 'reachable');
      if (flow === undefined) return;
      const ends = `${nameOf(editor, flow.from)} → ${nameOf(editor, flow.to)}`;
      done({ en: `${ends} arrives now.`, ja: `${ends} が届くようになりました。` });
    });
  },
};

const show: Step = {
  title: { en: 'Show', ja: '見せる' },
  text: () => ({
    en: 'Presenting is part of the editor. This diagram has scenes: three paths to a service, each with its view, its words and a packet on its way along the arrow.',
    ja: 'プレゼンテーションもこのエディターで行えます。この図には、サービスへの 3 つの経路を説明するシーンがあり、表示範囲と説明文、矢印に沿って動くパケットが付いています。',
  }),
  byKeys: () => ({
    en: 'Space goes on, Esc comes back here.',
    ja: 'Space で次へ進み、Esc でここに戻ります。',
  }),
  ways: [
    {
      label: { en: 'Present', ja: 'プレゼンテーション' },
      run: (editor) => actionById('present')?.run(editor),
    },
  ],
  about: () => [],
  // On a narrow window it is in the menu at the end of the bar.
  pointsAt: () => firstShown('.top-bar-right .button-filled', '.top-bar-right > :last-child'),
  watch: ({ session }, done) =>
    session.subscribe(({ presenting }, before) => {
      if (presenting === null && before.presenting !== null)
        done({ en: 'Back from presenting.', ja: 'プレゼンテーションを終了しました。' });
    }),
};

const takeAway: Step = {
  title: { en: 'Take it away', ja: '持ち出す' },
  text: () => ({
    en: 'Export writes CloudFormation, CDK or Terraform, reads it back and says what is proven of it before you get it. A link holds the whole diagram: nothing is uploaded.',
    ja: 'CloudFormation、CDK、Terraform にエクスポートできます。書き出した内容は読み戻して検証してからダウンロードされます。リンクにはダイアグラム全体が含まれ、アップロードは行いません。',
  }),
  byKeys: () => ({
    en: `Both are also among all commands: ${keys('command-palette')}.`,
    ja: `どちらも「すべてのコマンド」(${keys('command-palette')}) から実行できます。`,
  }),
  ways: [
    {
      label: { en: 'Export YAML', ja: 'YAML をエクスポート' },
      run: (editor) => actionById('export-yaml')?.run(editor),
    },
    {
      label: { en: 'Copy link', ja: 'リンクをコピー' },
      run: (editor) => actionById('copy-link')?.run(editor),
    },
  ],
  about: () => [],
  pointsAt: () =>
    firstShown('.top-bar-right > .button[aria-haspopup="menu"]:not(.is-on)', '.top-bar-right > :last-child'),
  watch: (_editor, done) => handedOut.subscribe(() => done({ en: 'Handed out.', ja: '書き出しました。' })),
};

export const steps: readonly Step[] = [draw, ask, mend, show, takeAway];

/** What is called in the palette like the thing from which the arrow of the tour starts. */
function drawnKind({ catalog, store }: Editor): Words {
  const resource = store.document.resources.get(subject.from);
  return resource === undefined ? { en: '', ja: '' } : catalog.kind(resource.kind).label;
}

/** Flows that should arrive and are stopped, those that are selected first. */
function brokenFlows({ session, store, verdicts }: Editor): readonly string[] {
  const { traces } = verdicts.getState();
  const { selection } = session.getState();
  return [...store.document.flows.values()]
    .filter(
      ({ id, expect }) =>
        isAsExpected(flowVerdict(traces.get(id)), expect) === false && expect === 'reachable',
    )
    .map(({ id }) => id)
    .sort((a, b) => Number(selection.has(b)) - Number(selection.has(a)));
}

function keys(action: string): string {
  const found = actionById(action)?.keys?.[0];
  return found === undefined ? '' : keysText(found, isMac);
}
