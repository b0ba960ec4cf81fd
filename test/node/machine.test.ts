import { missing } from './machine';

const machine = { system: 'linux', user: 0, has: () => true };

test('a machine that can be no node is told why, and what to do', () => {
  expect(missing(machine)).toBeUndefined();
  expect(missing({ ...machine, system: 'darwin' })).toBe('the system is darwin, and containers are processes of Linux: run it there');
  expect(missing({ ...machine, user: 1000 })).toBe('the user is 1000, and a node makes networks and mounts: run it as root');
  expect(missing({ ...machine, has: file => !['gcc', 'restic'].includes(file) })).toBe('it lacks programs: run apt-get install --no-install-recommends gcc restic');
});
