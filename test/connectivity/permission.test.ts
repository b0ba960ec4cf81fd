import { anyOfThem } from '../../src/connectivity/permission';
import { PortSet } from '../../src/connectivity/port-set';

const permission = (first: number, last: number, requests?: string) => ({ ports: PortSet.of('TCP', first, last), requests });
const written = (permissions: ReturnType<typeof anyOfThem>) => permissions.map(({ ports, requests }) => `${ports} (${requests ?? 'all'})`).sort();

test('each port has all the requests that one of them lets through there', () => {
  expect(written(anyOfThem([permission(80, 82, 'GET'), permission(82, 84, 'POST'), permission(80, 80, 'HEAD'), permission(84, 84, 'GET')])))
    .toEqual(['TCP 80 (GET, HEAD)', 'TCP 81 (GET)', 'TCP 82,84 (GET, POST)', 'TCP 83 (POST)']);
});

test('who is let in without a condition, needs not meet one', () => {
  expect(written(anyOfThem([permission(80, 82, 'GET'), permission(81, 90)]))).toEqual(['TCP 80 (GET)', 'TCP 81-90 (all)']);
});
