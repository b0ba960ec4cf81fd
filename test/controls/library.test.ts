import { Catalogue, Control, ControlProps, Severity, Subject } from '../../src';

const controls = Catalogue.all().filter((control): control is Control => control instanceof Control);

test.each(controls)('$id compiles, for every minor that it has an expression for', control => {
  expect(() => control._check()).not.toThrow();
});

test('a control of a user\'s own is compiled when it is made', () => {
  const props: ControlProps = {
    id: 'own', title: 't', recommendation: '2.3', severity: Severity.LOW, message: 'm', remediation: 'r', subject: Subject.POD, expression: 'container.name == "x"',
  };
  expect(() => new Control(props)).toThrow('control own: "container" is not declared');
});
