import { Manifest } from '../../inventory/manifest';

/** Whether a quota is for all pods of its namespace. One with a scope bounds some only. */
export function boundsAllPods({ object: { spec } }: Manifest): boolean {
  return spec?.scopes === undefined && spec?.scopeSelector === undefined;
}
