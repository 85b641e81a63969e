/** What `--what-if` means: a zone, something that packets go through, private DNS, or a route. */
import { catalog } from '../aws';
import type { WhatIf } from '../core/network/whatIf/choices';
import { whatIfs } from '../core/network/whatIf/whatIf';
import { nearest } from '../lib/nearest';
import type { Input } from './openInput';
import { Refusal } from './refusal';

export function whatIfNamed(input: Input, text: string): WhatIf {
  const all = whatIfs(catalog, input.document, { nameOf: input.nameOf });
  const found = all.find((each) => each.id === text || nameOf(input, each) === text);
  if (found !== undefined) return found;
  const names = all.map((each) => nameOf(input, each));
  const meant = nearest(text, names);
  if (meant !== undefined)
    throw new Refusal({
      en: `There is no “${text}” to ask about; did you mean ${meant}?`,
      ja: `「${text}」の影響は調べられません。${meant} の誤りではありませんか。`,
    });
  const some = names.slice(0, 12).join(', ') + (names.length > 12 ? ', …' : '');
  throw new Refusal({
    en: `There is no “${text}” to ask about. ${some === '' ? 'Nothing in the design can fail.' : `Name one of ${some}.`}`,
    ja: `「${text}」の影響は調べられません。${some === '' ? '設計には障害を想定できるものがありません。' : `次のいずれかを指定してください: ${some}。`}`,
  });
}

function nameOf(input: Input, { sort, resource, detail }: WhatIf): string {
  const name = resource === null ? '' : input.nameOf(resource);
  switch (sort) {
    case 'zone':
      return `zone:${detail ?? ''}`;
    case 'gateway':
      return name;
    case 'private-dns':
      return `private-dns:${name}`;
    case 'route':
      return `route:${name}:${detail ?? ''}`;
  }
}
