/** A network interface of one's own as AWS answers for it. */
import { known } from '../../core/model/value';
import { elasticAddress } from '../../core/describe/elasticAddress';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'network-interface',
  id: 'eni-',
  write(own, scope) {
    const { props } = own;
    const subnet = scope.ancestor('subnet');
    if (subnet === undefined) return;
    const instance = scope.id(known(props.attachedTo) ?? null);
    const index = known(props.deviceIndex) ?? 1;
    scope.interface(own, {
      key: '',
      subnet: subnet.id,
      groups: scope.groups(Object.keys(props.securityGroups), scope.ancestor('vpc')?.id),
      type: 'interface',
      description: '',
      isManaged: false,
      address: known(props.privateIp) ?? '',
      further: Object.values(props.furtherIps).flatMap(({ address }) => known(address) ?? []),
      ipv6: props.ipv6 === true,
      sourceDestCheck: known(props.sourceDestinationCheck) ?? true,
      tags: scope.tags(own),
      ...(props.elasticIp === true ? { association: elasticAddress(own, '', scope) } : {}),
      ...(instance === ''
        ? {}
        : {
            attachment: {
              AttachmentId: scope.made('eni-attach-', own.id),
              DeleteOnTermination: false,
              DeviceIndex: index,
              InstanceId: instance,
              InstanceOwnerId: scope.account,
              Status: 'attached',
            },
          }),
    });
  },
});
