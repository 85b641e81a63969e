import { expect, test } from 'vitest';
import { shownText, textToEdit } from '../../../testing/editedText';
import { opened } from '../../../testing/opened';
import { fromSketch } from '../../catalog/fromSketch';
import { catalog } from '../../../aws';
import { resourceOf } from '../../model/queries';
import { box, sketch } from '../../model/sketch';
import { templateFindings } from '../templateFindings';
import { findingPlaces, type PlacedFinding } from './findingPlaces';

const template = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpcc
      GroupDescription: shop
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 80
          ToPort: 80
          CidrIp: 0.0.0.0/0
`;

function piece(text: string, finding: Partial<PlacedFinding>, document = opened(text)): string | undefined {
  const { base } = textToEdit(document);
  const places = findingPlaces(base, [{ key: 'f', on: ['Group'], ...finding }]);
  const place = places.get('f');
  return place === undefined ? undefined : base.text.slice(place.from, place.to);
}

test('a finding about a field stands where the template states it, one about a resource at its name', () => {
  const group = resourceOf(opened(template), 'security-group', 'Group');
  const [row = ''] = Object.keys(group?.props.inbound ?? {});

  expect(piece(template, { field: `inbound.${row}.peer` })).toBe('CidrIp: 0.0.0.0/0');
  expect(piece(template, {})).toBe('Group');
  expect(piece(template, { on: ['Vpc'], field: 'cidr' })).toBe('CidrBlock: 10.0.0.0/16');
});

test('a fault of the template itself stands where it is', () => {
  const document = opened(template);
  const [fault] = templateFindings(catalog, document);
  if (fault === undefined) throw new Error('the template has a fault');

  const { base } = textToEdit(document);
  const place = findingPlaces(base, [fault]).get(fault.key);

  expect(base.text.slice(place?.from, place?.to)).toBe('VpcId: !Ref Vpcc');
});

test('an effect stands at its cause, and what is about no resource of the template nowhere', () => {
  expect(piece(template, { on: ['some flow'], blames: 'Vpc' })).toBe('Vpc');
  expect(piece(template, { on: ['some flow'] })).toBeUndefined();
});

test('a diagram drawn from nothing has places in the text that is written of it', () => {
  const drawn = fromSketch(catalog, sketch(box('vpc', 'Shop', {}, box('subnet', 'Front'))));

  expect(piece(shownText(drawn), { on: ['Front'], field: 'cidr' }, drawn)).toBe('CidrBlock: 10.0.0.0/24');
});
