import { admissible } from './admissible';
import { JsonObject } from '../../../src/inventory/manifest';
import { podTemplateOf } from '../../../src/model/pod-template';
import { Manifest } from '../client';

/** What an object is derived into: the same pod, in other kinds. Only a pod has ephemeral containers. */
export type Form = 'as written' | 'Pod' | 'Deployment' | 'CronJob';

const FORMS: { readonly [form in Exclude<Form, 'as written'>]: (template: JsonObject, name: string, namespace: string) => Manifest } = {
  Pod: ({ metadata, spec }, name, namespace) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name, namespace }, spec }),
  Deployment: ({ metadata, spec }, name, namespace) => {
    const labels = { ...metadata?.labels, form: 'deployment' };
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace },
      spec: { selector: { matchLabels: { form: 'deployment' } }, template: { metadata: { ...metadata, labels }, spec: without(spec, 'restartPolicy', 'activeDeadlineSeconds', 'ephemeralContainers') } },
    };
  },
  CronJob: ({ metadata, spec }, name, namespace) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, namespace },
    spec: {
      schedule: '0 3 * * *',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      jobTemplate: { spec: { activeDeadlineSeconds: 3600, template: { metadata, spec: { ...without(spec, 'ephemeralContainers'), restartPolicy: 'Never' } } } },
    },
  }),
};

/** An object of a control's fixtures, and where it has a pod template the same pod in the other kinds. */
export function formsOf(control: string, written: Manifest): readonly (readonly [Form, Manifest])[] {
  const located = podTemplateOf(written);
  if (located === undefined) {
    return [['as written', written]];
  }
  const template = { ...located.template, spec: admissible(control, located.template.spec) };
  const object = replaced(written, located.path, template) as Manifest;
  const others = (Object.keys(FORMS) as (keyof typeof FORMS)[]).filter(form => form !== object.kind);
  return [['as written', object], ...others.map(form => [form, FORMS[form](template, object.metadata.name, object.metadata.namespace!)] as const)];
}

function replaced(object: JsonObject, [key, ...rest]: readonly (string | number)[], value: JsonObject): JsonObject {
  return key === undefined ? { ...object, ...value } : { ...object, [key]: replaced(object[key], rest, value) };
}

function without(object: JsonObject, ...fields: string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));
}
