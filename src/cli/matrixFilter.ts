/** Which part of a matrix the options of a command line ask for. */
import { fullServiceName } from '../core/network/serviceNames';
import type { Matrix } from '../core/network/matrix/matrixData';
import type { MatrixEnd } from '../core/network/matrix/matrixEnds';
import type { MatrixFilter } from '../core/network/matrix/matrixRows';
import { readEnd } from './ends';
import type { Input } from './openInput';
import type { Given } from './options';
import { portNamed } from './question';
import { Refusal } from './refusal';

export function matrixFilter(input: Input, matrix: Matrix, given: Given): MatrixFilter {
  const protocol = (['tcp', 'udp', 'icmp'] as const).find((each) => each === given.value('protocol'));
  const port = given.value('port');
  if (protocol === 'icmp' && port !== undefined)
    throw new Refusal({ en: 'ICMP has no ports.', ja: 'ICMP にポートはありません。' });
  const named = (option: 'from' | 'to'): ReadonlySet<number> | undefined =>
    given.has(option)
      ? new Set(given.values(option).flatMap((text) => endsNamed(input, matrix, text, option)))
      : undefined;
  return {
    from: named('from'),
    to: named('to'),
    protocol,
    port: port === undefined ? undefined : portNamed(port),
  };
}

function endsNamed(input: Input, matrix: Matrix, text: string, option: 'from' | 'to'): readonly number[] {
  const wanted = readEnd(input, text);
  const isMeant = ({ end, resource, service }: MatrixEnd): boolean => {
    if ('resource' in wanted) return resource === wanted.resource && wanted.address === undefined;
    if ('service' in wanted)
      return (
        ('service' in end && end.service === wanted.service) ||
        (service !== null && service === fullServiceName(wanted.service, regionOf(service)))
      );
    return 'internet' in wanted && 'internet' in end && wanted.address === end.address;
  };
  const found = matrix.ends.flatMap((end, index) => (isMeant(end) ? [index] : []));
  if (found.length === 0)
    throw new Refusal({
      en: `“${text}” is not in the matrix, which has the workloads, load balancers, services, on-premises networks and the internet. Ask about it with trace.`,
      ja: `「${text}」は到達可能性マトリクスの対象ではありません。対象はワークロード、ロードバランサー、サービス、オンプレミス、インターネットです。trace で確認してください。`,
    });
  const able = found.filter((index) => matrix.ends[index]?.[option === 'from' ? 'asks' : 'answers']);
  if (able.length > 0) return able;
  throw new Refusal(
    option === 'from'
      ? {
          en: `No connection starts at “${text}”, which only answers; name it with --to.`,
          ja: `「${text}」は応答するだけで、通信の始点になりません。--to で指定してください。`,
        }
      : {
          en: `No connection ends at “${text}”, which only asks; name it with --from.`,
          ja: `「${text}」は通信の終点になりません。--from で指定してください。`,
        },
  );
}

/** The Region in a full name: `s3` means that of whoever asks. */
function regionOf(service: string): string {
  return /amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d+)\./.exec(service)?.[1] ?? '';
}

/** How an end is called: what `--from` and `--to` take. */
export function endName(input: Input, { resource, id }: MatrixEnd): string {
  return resource === null ? id : input.nameOf(resource);
}
