/** Whom the CSA document addresses with a part of a recommendation. */
export enum Audience {
  /** Who writes and packages the application. */
  DEVELOPER = 'developer',

  /** Who runs the platform and what is on it. */
  OPERATOR = 'operator',

  /** Developers and operators together. */
  BOTH = 'both',
}
