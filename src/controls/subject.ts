/** What a control's expression ranges over. */
export enum Subject {
  /** The whole object, bound to `object`. */
  OBJECT = 'object',

  /** Each pod template, bound to `pod` with `metadata` and `spec`; `object` is bound too. */
  POD = 'pod',

  /** Each container, init container and ephemeral container, bound to `container`; `pod` and `object` are bound too. */
  CONTAINER = 'container',
}
