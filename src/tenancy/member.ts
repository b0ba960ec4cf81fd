/** Who may have a role in a tenant: a group or a user, as the cluster's authentication names them. */
export class Member {
  /**
   * A group.
   *
   * @param name as the identity provider gives it, with the prefix that the API server adds
   * @throws if it is empty, or a group of Kubernetes itself: `system:authenticated` is everybody
   */
  public static group(name: string): Member {
    return new Member('Group', name);
  }

  /**
   * A user. Prefer groups: who leaves the team leaves its roles.
   *
   * @param name as the identity provider gives it, with the prefix that the API server adds
   * @throws if it is empty, or a user of Kubernetes itself
   */
  public static user(name: string): Member {
    return new Member('User', name);
  }

  /** `Group` or `User`. */
  public readonly kind: string;

  /** The name, as the cluster's authentication gives it. */
  public readonly name: string;

  private constructor(kind: string, name: string) {
    if (name.trim() === '' || name.startsWith('system:')) {
      throw new Error(`"${name}" cannot be a member of a tenant: give the name of a ${kind.toLowerCase()} as your identity provider has it, without "system:"`);
    }
    this.kind = kind;
    this.name = name;
  }
}

/** Who has which role in a tenant. */
export interface TenantMembers {
  /**
   * They see what runs, and read neither configuration nor logs.
   *
   * @default - nobody
   */
  readonly viewer?: Member[];

  /**
   * They read logs and configuration, and below PROD change workloads.
   *
   * @default - nobody
   */
  readonly developer?: Member[];

  /**
   * They restart, scale and evict what runs, and do not change it.
   *
   * @default - nobody
   */
  readonly operator?: Member[];

  /**
   * They read policies, roles and what they apply to.
   *
   * @default - nobody
   */
  readonly auditor?: Member[];
}
