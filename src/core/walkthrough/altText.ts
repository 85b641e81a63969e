/** A picture of a design in a sentence or two, for those who do not see it. */
import type { Catalog } from '../catalog/catalog';
import type { Document, FlowId } from '../model/document';
import { flowVerdict, flowVerdictWords, type FlowVerdict } from '../network/flowVerdict';
import type { Trace } from '../network/trace';
import { nameOf } from '../rules/context';
import { compareOrder } from '../../lib/order';
import type { Language, Words } from '../../lib/words';
import { inTree } from './inTree';

/** So many flows are named of each verdict that is not well. */
const mostNamed = 3;

export function altText(
  catalog: Catalog,
  document: Document,
  traces: ReadonlyMap<FlowId, Trace>,
  language: Language,
): string {
  const counts = new Map<string, number>();
  for (const { resource } of inTree(document)) {
    const { label, shape } = catalog.kind(resource.kind);
    // What hangs on others and what is only written is not what a diagram is of.
    if (shape.as === 'container' || shape.as === 'icon')
      counts.set(label[language], (counts.get(label[language]) ?? 0) + 1);
  }
  const drawn = [...counts].map(([label, count]) => `${label} (${count})`);
  const byVerdict = new Map<FlowVerdict, string[]>();
  for (const flow of [...document.flows.values()].sort(compareOrder)) {
    const verdict = flowVerdict(traces.get(flow.id));
    const ends = [flow.from, flow.to].map((id) => nameOf(catalog, document, id));
    byVerdict.set(verdict, [...(byVerdict.get(verdict) ?? []), ends.join(' → ')]);
  }
  const verdicts = [...byVerdict].map(([verdict, flows]) => verdictText(verdict, flows)[language]);
  const { en, ja } = {
    en: [
      `AWS network diagram${drawn.length === 0 ? '' : ` with ${drawn.join(', ')}`}.`,
      ...(verdicts.length === 0 ? [] : [`Traffic: ${verdicts.join('; ')}.`]),
    ].join(' '),
    ja: [
      `AWS ネットワークの構成図${drawn.length === 0 ? '' : `: ${drawn.join('、')}`}。`,
      ...(verdicts.length === 0 ? [] : [`通信: ${verdicts.join('、')}。`]),
    ].join(''),
  };
  return language === 'en' ? en : ja;
}

function verdictText(verdict: FlowVerdict, flows: readonly string[]): Words {
  const { en, ja } = flowVerdictWords[verdict];
  const named = flows.slice(0, mostNamed).join(', ') + (flows.length > mostNamed ? ', …' : '');
  return verdict === 'arrives'
    ? { en: flows.length === 1 ? '1 arrives' : `${flows.length} arrive`, ja: `${ja} ${flows.length} 件` }
    : { en: `${flows.length} ${en.toLowerCase()} (${named})`, ja: `${ja} ${flows.length} 件 (${named})` };
}
