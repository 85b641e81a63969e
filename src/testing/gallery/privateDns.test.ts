/** Scenario 5 as a template, and what its presenting steps show. */
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { importTemplates } from '../../core/cfn/importTemplates';
import { templateText } from '../../core/cfn/templateText';
import { networkOf } from '../../core/network/doubts';
import { queryOf } from '../../core/network/network';
import type { Trace } from '../../core/network/trace';
import { documentAfter } from '../../core/plans/plan';
import { documentOf } from './example';
import { privateDns } from './privateDns';

const example = documentOf(catalog, privateDns);

test('the example comes back from CloudFormation as it was drawn, and as a template that changes nothing', () => {
  const { template, problems } = exportTemplate(catalog, example);
  const text = templateText(template, 'yaml').text;
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);

  expect(problems).toEqual([]);
  for (const [id, { kind, props }] of example.resources) {
    if (catalog.kind(kind).cfn === undefined) continue;
    const came = document.resources.get(id);
    expect(came?.kind, id).toBe(kind);
    // What links an endpoint to the load balancer behind its service is in no template; rows are keyed by logical IDs there.
    if (kind === 'gwlb-endpoint') continue;
    expect(values(came?.props), id).toEqual(values(props));
  }
  expect(templateText(exportTemplate(catalog, document).template, 'yaml').text).toBe(text);
});

/** The props with tables as lists of rows. */
function values(props: object | undefined): unknown {
  return Object.fromEntries(
    Object.entries(props ?? {}).map(([prop, value]) => {
      const rows = typeof value === 'object' && value !== null ? Object.values(value) : [];
      return [prop, rows.some((row) => typeof row === 'object') ? rows : value];
    }),
  );
}

/** What becomes of a flow in the scene with that title. */
function shownIn(title: string, flow: string): Trace {
  const scene = privateDns.scenes.find((each) => each.title.en === title);
  const drawn = example.flows.get(flow);
  if (scene === undefined || drawn === undefined) throw new Error(`no ${title}, or no ${flow}`);
  const document = scene.plan === undefined ? example : documentAfter({ catalog }, example, scene.plan);
  return networkOf(catalog, document).trace(queryOf(document, catalog, drawn));
}

// https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
test('IE3 IE4 each presenting step shows what it says', () => {
  const on = shownIn('Private DNS: nothing to change in the application', 'app-sqs');
  const off = shownIn('Private DNS off: the public address again', 'app-sqs');
  const peer = shownIn('A peer has the route, and not the name', 'peer-sqs');
  const zone = shownIn('A hosted zone of one’s own', 'peer-sqs');
  const own = shownIn('VPN clients ask whom they are told to ask', 'client-sqs');
  const told = shownIn('An inbound endpoint answers them', 'client-sqs');

  expect(on.resolution?.answers).toEqual(['10.0.2.0/24']);
  expect(off.resolution?.answers).toEqual(['sqs.ap-northeast-1.amazonaws.com']);
  expect(off.verdict).toBe('unknown'); // It leaves through the appliances.
  expect(peer).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ resource: 'PeerTable', code: 'no-route' }],
  });
  expect(zone).toMatchObject({
    verdict: 'reachable',
    resolution: { by: 'PeerZone', answers: ['10.0.2.0/24'] },
  });
  expect(own.resolution).toMatchObject({ by: null });
  expect(own.forward.steps.map(({ what }) => what)).not.toContain('authorization');
  expect(told).toMatchObject({ verdict: 'reachable', resolution: { answers: ['10.0.2.0/24'] } });
  expect(told.forward.steps.map(({ at }) => at)).toContain('SqsEndpoint');
});
