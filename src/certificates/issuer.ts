import { IssuerReference } from '../crds/cert-manager';

const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Who signs certificates with cert-manager. It is not made here: it belongs to whoever runs the cluster. */
export class Issuer {
  /**
   * A `ClusterIssuer` of cert-manager, for all namespaces.
   *
   * @throws if it is no name of an object
   */
  public static clusterIssuer(name: string): Issuer {
    return new Issuer(name, 'ClusterIssuer', 'cert-manager.io');
  }

  /**
   * An `Issuer` of cert-manager, in the namespace of the certificate.
   *
   * @throws if it is no name of an object
   */
  public static namespaced(name: string): Issuer {
    return new Issuer(name, 'Issuer', 'cert-manager.io');
  }

  /**
   * An issuer that is an extension of cert-manager, such as `AWSPCAClusterIssuer` of `awspca.cert-manager.io`.
   *
   * @throws if a name, kind or group cannot be one
   */
  public static external(group: string, kind: string, name: string): Issuer {
    return new Issuer(name, kind, group);
  }

  /** @internal */
  public readonly _reference: IssuerReference;

  private constructor(name: string, kind: string, group: string) {
    if (!NAME.test(name) || !NAME.test(group) || !/^[A-Z][A-Za-z0-9]*$/.test(kind)) {
      throw new Error(`${kind} "${name}" of ${group} cannot be an issuer: give the name, the kind and the group as the object has them, such as ClusterIssuer internal-ca of cert-manager.io`);
    }
    this._reference = { name, kind, group };
  }
}
