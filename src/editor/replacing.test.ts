import { describe, expect, test } from 'vitest';
import { arrow, box, sketch } from '../core/model/sketch';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { replacementsFor, replaceWith } from './replacing';

/** A NAT gateway that a private table names and an instance with a guard that talks to S3. */
const network = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'Public', { cidr: '10.0.0.0/24' }, box('nat-gateway', 'NatGateway')),
        box(
          'subnet',
          'Private',
          { cidr: '10.0.1.0/24', routeTable: 'Table' },
          box('instance', 'Web', { securityGroups: { Guard: true } }),
        ),
        box('route-table', 'Table', {
          routes: { out: { destination: '0.0.0.0/0', target: 'NatGateway' } },
        }),
        box('security-group', 'Guard'),
        box('interface-endpoint', 'Sqs', { service: 'sqs', securityGroups: { Guard: true } }),
      ),
      box('aws-service', 'S3', { service: 's3' }),
      arrow('Web', 'S3', { id: 'flow' }),
    ),
    { Vpc: [0, 0, 900, 500], Public: [24, 64, 300, 300], Private: [400, 64, 300, 300], NatGateway: [40, 60] },
  );

const become = (canvas: TestEditor, name: string, kind: string): void => {
  const { id } = canvas.get(name);
  const chosen = replacementsFor(canvas.editor, id).find((each) => each.kind.kind === kind);
  if (chosen === undefined) throw new Error(`${name} cannot become ${kind}`);
  replaceWith(canvas.editor, id, chosen);
};
const kinds = (canvas: TestEditor, name: string): readonly string[] =>
  replacementsFor(canvas.editor, canvas.get(name).id).map(({ kind }) => kind.kind);

describe('what a resource can become', () => {
  test('does the same work and may stand there, or in a container around', () => {
    const canvas = network();

    const forNat = kinds(canvas, 'NatGateway');

    expect(forNat).toContain('gateway-endpoint');
    expect(forNat).toContain('interface-endpoint');
    expect(forNat).not.toContain('nat-gateway');
    expect(forNat).not.toContain('instance');
    expect(kinds(canvas, 'Web')).toContain('lambda-function');
    expect(kinds(canvas, 'Web')).not.toContain('gateway-endpoint');
  });

  test('is nothing for a box, which holds others, and for a service', () => {
    const canvas = network();

    expect(kinds(canvas, 'Vpc')).toEqual([]);
    expect(kinds(canvas, 'S3')).toEqual([]);
  });
});

describe('replacing', () => {
  test('is one step that undo takes back', () => {
    const canvas = network();
    const before = canvas.document;

    become(canvas, 'NatGateway', 'interface-endpoint');

    expect(canvas.document).not.toEqual(before);
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(before);
    expect(canvas.editor.store.undoLabel).toBeUndefined();
  });

  test('keeps the place and the container where the new kind may stand there, and selects it', () => {
    const canvas = network();
    const middle = canvas.box('NatGateway').x + canvas.box('NatGateway').w / 2;

    become(canvas, 'NatGateway', 'interface-endpoint');

    const [name = ''] = canvas.selectedNames;
    expect(canvas.get(name)).toMatchObject({ kind: 'interface-endpoint', parentId: 'Public' });
    expect(canvas.box(name).x + canvas.box(name).w / 2).toBe(middle);
  });

  test('goes onto the border of the VPC with what stands there', () => {
    const canvas = network();

    become(canvas, 'NatGateway', 'gateway-endpoint');

    const [name = ''] = canvas.selectedNames;
    const [gateway, vpc] = [canvas.box(name), canvas.box('Vpc')];
    expect(canvas.get(name).parentId).toBe('Vpc');
    expect([gateway.x + gateway.w / 2, gateway.x + gateway.w / 2 - vpc.w, gateway.y + 24]).toContain(0);
  });

  test('gives a name that only said the kind that of the new kind, and keeps one that was chosen', () => {
    const canvas = network();

    become(canvas, 'NatGateway', 'interface-endpoint');
    become(canvas, 'Web', 'lambda-function');

    expect(canvas.document.resources.has('NatGateway')).toBe(false);
    expect([...canvas.document.resources.values()].map(({ name }) => name)).toContain('InterfaceEndpoint');
    expect(canvas.get('Web').kind).toBe('lambda-function');
  });

  test('keeps arrows and the values that mean the same: its security groups', () => {
    const canvas = network();

    become(canvas, 'Web', 'lambda-function');

    const web = canvas.get('Web');
    expect(web.props).toMatchObject({ securityGroups: { Guard: true } });
    expect(canvas.document.flows.get('flow')).toMatchObject({ from: web.id, to: 'S3' });
  });

  test('clears what refers to it and may not name the new kind, and says so', () => {
    const canvas = network();

    become(canvas, 'NatGateway', 'gateway-endpoint');

    expect(canvas.get('Table').props).toMatchObject({ routes: { out: { target: null } } });
    expect(canvas.editor.session.getState().notice?.en).toBe(
      'NatGateway is now the Gateway endpoint GatewayEndpoint; 1 reference to it did not fit and went',
    );
  });

  test('keeps what refers to it and may name the new kind', () => {
    const canvas = network();

    become(canvas, 'NatGateway', 'gwlb-endpoint');

    const [name = ''] = canvas.selectedNames;
    expect(canvas.get('Table').props).toMatchObject({ routes: { out: { target: canvas.get(name).id } } });
    expect(canvas.editor.session.getState().notice?.en).toMatch(/GwlbEndpoint$/);
  });

  test('takes arrows along that the new kind cannot have, and says how many', () => {
    const canvas = network();
    canvas.editor.store.commit('addFlow', { id: 'other', from: 'Web', to: 'Sqs', order: 'Z' });

    become(canvas, 'Sqs', 'nat-gateway');

    expect([...canvas.document.flows.keys()]).toEqual(['flow']);
    expect(canvas.editor.session.getState().notice?.en).toMatch(/1 arrow did not fit and went$/);
  });

  test('leaves what is locked alone, and says how to unlock it', () => {
    const canvas = network();
    canvas.editor.session.setState({ selection: new Set(['Web']) });
    canvas.run('toggle-lock');
    const before = canvas.document;

    become(canvas, 'Web', 'lambda-function');

    expect(canvas.document).toBe(before);
    expect(canvas.said).toMatch(/^Locked: Web;/);
  });
});

test('every icon can become whatever it is offered, and the diagram is sound after it', () => {
  const canvas = network();
  for (const [id, resource] of canvas.document.resources)
    for (const replacement of replacementsFor(canvas.editor, id)) {
      replaceWith(canvas.editor, id, replacement);

      const made = [...canvas.document.resources.values()].find(
        (each) => each.kind === replacement.kind.kind && each.order === resource.order,
      );
      expect(made, `${resource.name} as ${replacement.kind.kind}`).toBeDefined();
      expect(canvas.document.resources.has(id)).toBe(false);
      canvas.editor.store.undo();
    }
});
