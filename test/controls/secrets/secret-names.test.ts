import { compile } from '../../../src/cel/program';
import { holdsCredential, isCredential } from '../../../src/controls/secrets/secret-names';

const variables = ['name', 'value'];
const pair = compile(isCredential('name', 'value'), { variables, kubernetes: '1.28' });
const argument = compile(holdsCredential('value'), { variables, kubernetes: '1.28' });

test.each([
  'PASSWORD', 'DB_PASSWORD', 'db.password', 'db-password', 'dbPassword', 'DB_PASS', 'PGPASSWORD_SECRET', 'API_KEY', 'APIKEY', 'apiKey', 'AWS_SECRET_ACCESS_KEY',
  'DJANGO_SECRET_KEY', 'clientSecret', 'GITHUB_TOKEN', 'CREDENTIALS', 'ADMIN_PASSPHRASE', 'JWT_SIGNING_KEY',
])('%s is the name of a credential', name => {
  expect(pair.evaluate({ name, value: 'correct horse' })).toBe(true);
});

test.each([
  'PASSWORD_FILE', 'TOKEN_TTL', 'SECRET_NAME', 'tokenPath', 'AWS_ACCESS_KEY_ID', 'BYPASS', 'COMPASS', 'KEY', 'PUBLIC_KEY', 'PARTITION_KEY', 'TOKENS', 'IMAGE_PULL_SECRET', 'existingSecret',
  'TLS_SECRET', 'PASSWORD_MIN_LENGTH', 'monkey',
])('%s is not', name => {
  expect(pair.evaluate({ name, value: 'correct horse' })).toBe(false);
});

test.each(['correct horse', 'hunter2', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCY', '12345678', 'P@ssw0rd!', 'changeme', 'multi\nline'])('%s is a value', value => {
  expect(pair.evaluate({ name: 'PASSWORD', value })).toBe(true);
});

test.each([
  '', 'abc', '$(DB_PASSWORD)', '${DB_PASSWORD}', '{{ .Values.password }}', '<password>', '****', '/run/secrets/password', './password', '../password', 'secret/data/shop',
  'https://vault.example.com', 'vault:secret/data/shop#password', 'arn:aws:secretsmanager:eu-west-1:1:secret:x', 'ref+vault://shop', 'true', 'False', 'none', 'disabled', '3600',
])('%s is no value', value => {
  expect(pair.evaluate({ name: 'PASSWORD', value })).toBe(false);
});

test.each([
  ['--db-password=hunter2', true], ['-password=hunter2', true], ['--requirepass', false], ['--password=$(PASSWORD)', false], ['--password-file=/run/x', false],
  ['--password', false], ['password=hunter2', false], ['--token=a=b=c', true], ['--selector=token=hunter2', false],
])('the argument %s holds one: %s', (value, holds) => {
  expect(argument.evaluate({ value })).toBe(holds);
});
