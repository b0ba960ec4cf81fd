import { IConstruct } from 'constructs';

/** An error of cdk8s-plus, with the path of the construct that it is about. */
export function located(scope: IConstruct, id: string, error: unknown): Error {
  const path = [scope.node.path, id].filter(part => part !== '').join('/');
  return new Error(`${path}: ${(error as Error).message}`, { cause: error });
}
