/** What a VPC or a subnet is excluded from VPC Block Public Access for, as a CFN resource of its own. */
import type { Value } from '../model/value';
import { known } from '../model/value';
import type { PublicAccessExclusion } from '../network/facts';
import { publicAccessExclusions } from '../network/facts';
import type { CfnEntry, CfnReader, Satellite } from './mapping';
import { oneOf } from './oneOf';
import type { CfnValue } from './template';

const role = 'public-access-exclusion';
const type = 'AWS::EC2::VPCBlockPublicAccessExclusion';

export function exclusionSatellite(property: 'VpcId' | 'SubnetId'): Satellite {
  return { role, type, from: 'satellite', property };
}

export function* exclusionEntry(
  exclusion: Value<PublicAccessExclusion>,
  of: Readonly<Record<string, CfnValue | undefined>>,
): Generator<CfnEntry> {
  const mode = known(exclusion);
  if (mode === undefined || mode === 'none') return;
  yield { role, type, properties: { InternetGatewayExclusionMode: mode, ...of } };
}

export function readExclusion(reader: CfnReader, prop: string): Value<PublicAccessExclusion> {
  const [satellite] = reader.satellites(role);
  if (satellite === undefined) return 'none';
  const mode = satellite.text(prop, 'InternetGatewayExclusionMode', 'none');
  return oneOf(mode, publicAccessExclusions, 'none');
}
