/**
 * The primary network interface as a resource of its own: AWS gives a public address of its own accord only to an interface
 * that it makes when it starts the instance.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
 */
import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { fromSketch } from '../../core/catalog/fromSketch';
import { faultsOfWriting, readBackTemplates, writtenTemplates } from '../../core/cfn/readBack';
import { importTemplates } from '../../core/cfn/importTemplates';
import type { Document } from '../../core/model/document';
import type { PropsOf } from '../../core/model/kinds';
import { box, sketch } from '../../core/model/sketch';
import { proofOf } from '../../core/proof/proof';
import { createStore } from '../../core/store/store';

/** The differences that a proof tells of a design written as a template. */
function differences(document: Document): readonly string[] {
  const written = writtenTemplates(catalog, document, 'yaml');
  const readBack = readBackTemplates(catalog, document, written);
  return proofOf(catalog, rules, document, readBack, faultsOfWriting(written)).unproven.flatMap(
    ({ is, message }) => (is === 'rule' ? [] : [message.en]),
  );
}

/** What a person makes of it by switches in the inspector. */
function switched(document: Document, ...changes: readonly Partial<PropsOf<'instance'>>[]): Document {
  const store = createStore({ catalog }, document);
  for (const props of changes) store.commit('setProps', { id: 'Web', props });
  return store.document;
}

const drawn = (props: Partial<PropsOf<'instance'>>): Document =>
  fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('internet-gateway', 'Igw'),
        box('subnet', 'Subnet', { mapPublicIp: true }, box('instance', 'Web', props)),
      ),
    ),
  );

const read = (instance: string): Document =>
  importTemplates(catalog, [
    {
      name: 'net.yaml',
      text: `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true } }
  Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
${instance}`,
    },
  ]).document;

const plain = '  Web: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Subnet } }\n';
const apart = `  Card: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref Subnet } }
  Web:
    Type: AWS::EC2::Instance
    Properties: { NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: !Ref Card }] }
`;
const joined = `${apart}  Join:
    Type: AWS::EC2::EIPAssociation
    Properties: { AllocationId: !GetAtt Address.AllocationId, NetworkInterfaceId: !Ref Card }
`;

test.each<readonly [string, Document]>([
  ['an instance that is drawn', drawn({})],
  ['one that has an Elastic IP address', drawn({ publicIp: 'elastic' })],
  ['one of a template', read(plain)],
])('to switch it on for %s comes back as it is', (_, document) => {
  expect(differences(switched(document, { separateInterface: true }))).toEqual([]);
});

test.each<readonly [string, Document]>([
  ['an instance that is drawn', drawn({ separateInterface: true })],
  ['one that has an Elastic IP address', drawn({ separateInterface: true, publicIp: 'elastic' })],
  ['one of a template', read(apart)],
  ['one of a template whose address is joined to it', read(joined)],
])('to switch it off for %s comes back as it is', (_, document) => {
  expect(differences(switched(document, { separateInterface: false }))).toEqual([]);
});

test('switched on and off again, an instance has the public address of its subnet again', () => {
  const again = switched(drawn({}), { separateInterface: true }, { separateInterface: false });

  expect(differences(again)).toEqual([]);
  expect(again.resources.get('Web')?.props).toMatchObject({ publicIp: 'subnet' });
});

test('that somebody has asked for a public address, which such an interface does not get, is told', () => {
  expect(differences(drawn({ separateInterface: true, publicIp: 'yes' }))).toEqual([
    'Public IPv4 address of Web would come back as “no”, not “yes”',
  ]);
});
