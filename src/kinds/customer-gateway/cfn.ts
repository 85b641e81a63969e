/** Customer gateways in CloudFormation, which writes large AS numbers in a property of their own. */
import type { CfnMapping } from '../../core/cfn/mapping';
import { known } from '../../core/model/value';

export const cfn: Omit<CfnMapping<'customer-gateway'>, 'types'> = {
  *write(device, scope) {
    const { ip, asn, deviceName } = device.props;
    const property = (known(asn) ?? 0) > largestAsn ? 'BgpAsnExtended' : 'BgpAsn';
    yield {
      role: '',
      type: 'AWS::EC2::CustomerGateway',
      properties: {
        Type: 'ipsec.1',
        IpAddress: scope.plain(ip),
        [property]: scope.plain(asn),
        DeviceName: scope.plain(deviceName),
        Tags: scope.nameTags(device),
      },
    };
  },
  read: (reader) => ({
    parentId: null,
    props: {
      ip: reader.text('ip', 'IpAddress', ''),
      prefixes: {},
      asn: reader.number('asn', reader.has('BgpAsnExtended') ? 'BgpAsnExtended' : 'BgpAsn', null),
      deviceName: reader.text('deviceName', 'DeviceName', ''),
    },
  }),
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-customergateway.html */
const largestAsn = 2_147_483_647;
