import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A node port is open on every node, for everybody who reaches one. */
export const nodePortService = new Control({
  id: 'node-port-service',
  title: 'Services open no port on every node',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.type',
  kinds: ['Service'],
  expression: 'object.spec.?type.orValue("ClusterIP") != "NodePort"',
  message: 'it opens a port on every node',
  remediation: 'use ClusterIP behind a gateway',
  references: [Owasp.K06],
});
