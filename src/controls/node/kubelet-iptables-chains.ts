import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** The kubelet keeps the rules that hold for every pod of its node. */
export const kubeletIptablesChains = new Control({
  id: 'kubelet-iptables-chains',
  title: 'The kubelet keeps its chains of iptables',
  recommendation: '8.5',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'makeIPTablesUtilChains',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?makeIPTablesUtilChains.orValue(true) == true',
  message: 'rules that other components rely on can be missing',
  remediation: 'set makeIPTablesUtilChains to true',
  references: [Cis.k8s('4.2.6')],
  _unguarded: FILE,
});
