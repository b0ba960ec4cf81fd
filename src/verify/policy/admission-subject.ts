import { admittedInFull } from './defaults/admitted-in-full';
import { namespaceLabels, namespaceObject } from './namespace';
import { requestOf } from './request';
import { Requester } from './requester';
import { Resource, resourceOf } from './resource';
import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';

/** A manifest as a policy meets it: what is created, and what the API server knows of that. */
export class AdmissionSubject {
  public readonly resource: Resource;

  /** The namespace of what is in one; of a Namespace its own name, as the API server has it. Empty where none is written. */
  public readonly namespace: string;
  public readonly labels: { readonly [label: string]: string };

  /** Empty where the API server makes the name. */
  public readonly name: string;
  private full?: JsonObject;

  public constructor(public readonly manifest: Manifest, private readonly inventory: Inventory, private readonly requester: Requester | undefined) {
    const { object } = manifest;
    this.resource = resourceOf(manifest, inventory);
    this.name = typeof object.metadata?.name === 'string' ? object.metadata.name : '';
    this.namespace = this.resource.namespaced ? manifest.namespace : this.isNamespace() ? this.name : '';
    this.labels = object.metadata?.labels ?? {};
  }

  public get namespaced(): boolean {
    return this.resource.namespaced;
  }

  public get namespaceLabels(): { readonly [label: string]: string } | undefined {
    return this.namespaced ? namespaceLabels(this.namespace, this.inventory) : undefined;
  }

  /** What `object` is: with every default that the API server fills in before policies see it. */
  public object(version: string): JsonObject {
    this.full ??= admittedInFull(this.manifest, this.inventory);
    const { group } = this.resource;
    return version === this.resource.version ? this.full : { ...this.full, apiVersion: group === '' ? version : `${group}/${version}` };
  }

  /** What `namespaceObject` is; null where there is none. */
  public namespaceObject(): JsonObject | null {
    return this.namespaced ? namespaceObject(this.namespace, this.inventory) : null;
  }

  /** What `request` is. */
  public request(version: string): JsonObject {
    return requestOf(this, version, this.requester);
  }

  private isNamespace(): boolean {
    return this.manifest.groupKind === 'Namespace';
  }
}

/** Each manifest's subject is made once a run, whatever number of policies judge it. */
export function subjectOf(manifest: Manifest, inventory: Inventory, by: Requester | undefined): AdmissionSubject {
  const known = inventory.once('admission subjects', undefined, () => new Map<Manifest, AdmissionSubject>());
  const subject = known.get(manifest) ?? new AdmissionSubject(manifest, inventory, by);
  known.set(manifest, subject);
  return subject;
}
