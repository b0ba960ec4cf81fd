import { PersistentVolumeClaim } from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { cart } from './cart';
import { BackupRepository } from '../../src';

const location = (repository: BackupRepository) => repository._facts.location;

test('locations are those of restic', () => {
  expect(location(BackupRepository.s3({ bucket: 'backups' }))).toBe('s3:https://s3.amazonaws.com/backups');
  expect(location(BackupRepository.s3({ bucket: 'backups', prefix: 'team/shop', endpoint: 'https://minio.example.com:9000/' }))).toBe('s3:https://minio.example.com:9000/backups/team/shop');
  expect(location(BackupRepository.rest('https://backup.example.com/team//'))).toBe('rest:https://backup.example.com/team');
  expect(location(BackupRepository.rest('http://backup.shop:8000', { allowHttp: true }))).toBe('rest:http://backup.shop:8000');
  expect(location(BackupRepository.local(PersistentVolumeClaim.fromClaimName(cart().shop, 'C', 'c')))).toBe('/backup/repository');
});

test.each(['', 'backup.example.com', 's3:https://x', 'ftp://x/', 'file:///etc', 'https://x/?a=b', 'https://x/#a', 'https://x/$(KEY)', 'https:// x'])(
  '%p is not the address of a repository', address => expect(() => BackupRepository.rest(address)).toThrow('is not the address of a repository'));

test('credentials in an address are refused, and not repeated', () => {
  const attempt = () => BackupRepository.rest('https://team:geheim@backup.example.com/');
  expect(attempt).toThrow('the address of the repository at backup.example.com holds credentials: put it in a Secret');
  expect(attempt).not.toThrow('geheim');
});

test('a way that is not encrypted is refused', () => {
  expect(() => BackupRepository.rest('http://backup.example.com')).toThrow('is not encrypted: use https');
  expect(() => BackupRepository.s3({ bucket: 'backups', endpoint: 'http://minio' })).toThrow('is not encrypted: use https');
});

test.each(['..', '.', 'a/../b', '/a', 'a/', 'a b', '', '$(KEY)'])('%p is not a folder', folder => {
  expect(() => BackupRepository.s3({ bucket: 'backups', prefix: folder })).toThrow('is not a folder');
  expect(() => BackupRepository.local(PersistentVolumeClaim.fromClaimName(cart().shop, 'C', 'c'), folder)).toThrow('is not a folder');
});

test('what is not the name of a bucket is refused', () => fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 2 }), fc.stringMatching(/^[a-z]{3,9}[A-Z_/$ ][a-z]*$/)), bucket =>
  expect(() => BackupRepository.s3({ bucket })).toThrow('is not the name of a bucket'))));
