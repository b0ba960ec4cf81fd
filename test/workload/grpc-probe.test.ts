import { Duration, Testing } from 'cdk8s';
import { Deployment, Environment, GrpcProbe, Mode, Platform, Sensitivity, Tenant, Verifier } from '../../src';

function container(readiness = GrpcProbe.fromPort(50051)) {
  const tenant = new Tenant(Testing.app(), 'shop', {
    platform: Platform.generic(), owner: 'team-shop', environment: Environment.DEV, sensitivity: Sensitivity.INTERNAL,
  });
  Verifier.of(tenant.node.root, { mode: Mode.OFF });
  new Deployment(tenant, 'pay', { containers: [{ image: 'pay', portNumber: 50051, readiness }] });
  return Testing.synth(tenant).find(({ kind }) => kind === 'Deployment').spec.template.spec.containers[0];
}

test('a gRPC server is asked by its own protocol, and by nothing else', () => {
  expect(container().readinessProbe).toMatchObject({ grpc: { port: 50051 } });
  expect(container().readinessProbe.tcpSocket).toBeUndefined();
});

test('about one service, as often as its author says', () => {
  const probe = GrpcProbe.fromPort(9555, { service: 'shop.Ads', initialDelaySeconds: Duration.seconds(20), periodSeconds: Duration.seconds(15), failureThreshold: 6 });
  expect(container(probe).readinessProbe).toEqual({ grpc: { port: 9555, service: 'shop.Ads' }, initialDelaySeconds: 20, periodSeconds: 15, failureThreshold: 6 });
});

test.each([0, 65536, 1.5, NaN])('%p is not a port', port => {
  expect(() => GrpcProbe.fromPort(port)).toThrow(`gRPC probe: ${port} is not a port: give a whole number from 1 to 65535`);
});
