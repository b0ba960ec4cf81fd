/** An expression that cannot be read, or that fails where it is evaluated. */
export class CelError extends Error {
  public constructor(message: string, public readonly expression?: string, public readonly position?: number) {
    super(message);
  }
}
