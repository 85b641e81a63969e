import type { Fact } from '../../core/network/facts';
import { region } from './networks';

export function onPremises(by: string, block = '192.168.0.0/16', dnsServers: readonly string[] = []): Fact {
  return { fact: 'on-premises', by, blocks: [block], dnsServers };
}

export function awsService(by: string, name: string, inRegion = region): Fact {
  return { fact: 'service', by, service: name, region: inRegion };
}
