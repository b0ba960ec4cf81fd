import { ApiObjectMetadataDefinition } from 'cdk8s';
import { DNS_LABEL, DNS_SUBDOMAIN, NameForm, nameFault, QUALIFIED_NAME } from './names';
import { isLabelValue } from '../../model/label-value';

const ANNOTATIONS_LIMIT = 256 * 1024;

/** A CronJob adds a time to its name, a StatefulSet a number, and both give it to pods as their label. */
const NAMES: { readonly [kind: string]: NameForm } = {
  StatefulSet: DNS_LABEL,
  CronJob: { fits: name => name.length <= 52 && DNS_SUBDOMAIN.fits(name), form: 'give at most 52 lower-case letters, digits, "-" or ".", with a letter or digit at both ends' },
};

/** What is wrong with the metadata of an object, or of its pods. */
export function metadataFaults(what: string, metadata: ApiObjectMetadataDefinition, kind: string): string[] {
  const { labels, annotations } = mapsOf(metadata);
  const size = Object.entries(annotations).reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)), 0);
  return [
    ...nameFault(`the name of ${what}`, metadata.name, NAMES[kind] ?? DNS_SUBDOMAIN),
    ...nameFault(`the namespace of ${what}`, metadata.namespace, DNS_LABEL),
    ...Object.keys(labels).flatMap(key => nameFault(`the label of ${what}`, key, QUALIFIED_NAME)),
    ...Object.keys(annotations).flatMap(key => nameFault(`the annotation of ${what}`, key, QUALIFIED_NAME)),
    ...Object.entries(labels).filter(([, value]) => value !== '' && !isLabelValue(String(value)))
      .map(([key, value]) => `the label ${key} of ${what} has the value "${value}": give 1 to 63 letters, digits, "-", "_" or ".", with a letter or digit at both ends`),
    ...size > ANNOTATIONS_LIMIT ? [`the annotations of ${what} have ${size} bytes: give at most ${ANNOTATIONS_LIMIT}`] : [],
  ];
}

/** Labels and annotations as they are kept, which is many times faster than rendering them, or rendered where something in them is still to be resolved. */
function mapsOf(metadata: ApiObjectMetadataDefinition): { labels: Record<string, unknown>; annotations: Record<string, unknown> } {
  const kept = metadata as unknown as { labels?: Record<string, unknown>; annotations?: Record<string, unknown> };
  const plain = (map?: Record<string, unknown>) => map !== undefined && Object.values(map).every(value => typeof value === 'string');
  const { labels = {}, annotations = {} } = plain(kept.labels) && plain(kept.annotations) ? kept : metadata.toJson() ?? {};
  return { labels, annotations };
}
