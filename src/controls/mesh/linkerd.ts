/** The annotation that says whom Linkerd lets in where no policy of its own does. */
export const INBOUND_POLICY = 'config.linkerd.io/default-inbound-policy';

/** CEL: the values of that annotation that let in only who proves an identity, or nobody. */
export const AUTHENTICATED = '["deny", "all-authenticated", "cluster-authenticated"]';
