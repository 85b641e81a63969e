/** `--prices FILE` and `--gb`: prices and traffic of one's own. */
import { readOverrides } from '../core/cost/readOverrides';
import { listPrices, type PriceTable } from '../core/cost/prices';
import { decodeText } from '../lib/decodeText';
import type { Io } from './io';
import { TooLarge } from './io';
import { shownFile, whyUnreadable, type Input } from './openInput';
import type { Given, OptionSpec } from './options';
import { questionOf, type Question } from './question';
import { Refusal } from './refusal';

/** Every figure of the table for every Region takes less. */
const mostBytes = 1_000_000;

export const pricesOption: OptionSpec = {
  name: 'prices',
  value: 'FILE',
  about: {
    en: 'prices of your own in US dollars, as JSON: { "nat-gateway": { "hour": 0.05 }, "eu-west-3": { … } }',
    ja: '独自の料金 (米ドル) の JSON: { "nat-gateway": { "hour": 0.05 }, "eu-west-3": { … } }',
  },
};

export async function pricesGiven(given: Given, io: Io): Promise<PriceTable> {
  const name = given.value('prices');
  if (name === undefined) return listPrices;
  const file = shownFile(name);
  if (name === '-' && given.rest.includes('-'))
    throw new Refusal({
      en: 'Standard input (“-”) can be read only once.',
      ja: '標準入力 (「-」) は 1 回しか指定できません。',
    });
  let bytes: Uint8Array;
  try {
    bytes = name === '-' ? await io.readStandardInput(mostBytes) : await io.readFile(name, mostBytes);
  } catch (error) {
    throw new Refusal(
      error instanceof TooLarge
        ? {
            en: 'the file of prices is larger than 1 MB; check that it is the right one.',
            ja: '料金のファイルが 1 MB を超えています。ファイルが正しいか確認してください。',
          }
        : whyUnreadable(error),
      { file },
    );
  }
  const read = readOverrides(decodeText(bytes));
  if ('problem' in read) throw new Refusal(read.problem, { file });
  return { own: read.overrides };
}

/** An exabyte a month: more is a slip. */
const mostGb = 1_000_000_000;

export function gbNamed(text: string): number {
  const gb = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && gb <= mostGb) return gb;
  throw new Refusal({
    en: `“${text}” is no amount of traffic; it is a number of gigabytes a month, from 0 to ${mostGb}.`,
    ja: `「${text}」は転送量ではありません。月間の GB 数を 0〜${mostGb} で指定してください。`,
  });
}

export interface GivenTraffic {
  readonly question: Question;
  readonly gb: number;
}

/** `FROM:TO=N`; either end may have colons in it (service:s3, dns:db.internal, net.yaml:Web, an IPv6 address). */
export function trafficNamed(input: Input, text: string): GivenTraffic {
  const equals = text.lastIndexOf('=');
  const ends = text.slice(0, equals);
  if (equals < 1 || !ends.includes(':'))
    throw new Refusal({
      en: `--gb takes FROM:TO=N, such as Web:service:s3=100, not “${text}”.`,
      ja: `--gb は FROM:TO=N の形で指定してください (例: Web:service:s3=100)。「${text}」ではありません。`,
    });
  const gb = gbNamed(text.slice(equals + 1));
  let first: unknown;
  for (let at = ends.indexOf(':'); at >= 0; at = ends.indexOf(':', at + 1)) {
    const [from, to] = [ends.slice(0, at), ends.slice(at + 1)];
    if (from === '' || to === '') continue;
    try {
      return { question: questionOf(input, { from, to }), gb };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The first place to part at is where most people meant it.
      first ??= error;
    }
  }
  throw (
    first ??
    new Refusal({
      en: `--gb takes FROM:TO=N, such as Web:service:s3=100, not “${text}”.`,
      ja: `--gb は FROM:TO=N の形で指定してください (例: Web:service:s3=100)。「${text}」ではありません。`,
    })
  );
}
