import { ApiObject } from 'cdk8s';
import { IConstruct, Node } from 'constructs';
import { rememberMaking } from './made-at';
import { isApiObject } from './render';

type Found = (apiObject: ApiObject) => void;

/** What `constructs` keeps to itself: the one place where a construct gets a child. */
interface Parent {
  readonly scopes: IConstruct[];
  addChild(child: IConstruct, id: string): void;
}

const WATCHERS = new WeakMap<IConstruct, Found[]>();
const HOOKED = new WeakSet<Parent>();

/** Calls back for every ApiObject below a construct: those that are there, and each that is added later. */
export function watch(construct: IConstruct, found: Found): void {
  const below = construct.node.findAll();
  WATCHERS.set(construct, [...WATCHERS.get(construct) ?? [], found]);
  observe(construct);
  below.filter(isApiObject).forEach(found);
}

/**
 * Sees to it that new objects of an app are noticed. Those of the copy of `constructs` that we load are noticed from the start, so that the line that made an
 * object is known whenever the app is verified; each other copy in the tree has a class of its own.
 */
export function observe(construct: IConstruct): void {
  [...construct.node.scopes, ...construct.node.findAll()].forEach(({ node }) => hook(Object.getPrototypeOf(node)));
}

/** A tree tells nobody of new children. A construct is added to its parent while it is being made: it has no node yet. */
function hook(nodes: Parent): void {
  if (HOOKED.has(nodes)) {
    return;
  }
  const { addChild } = nodes;
  nodes.addChild = function added(this: Parent, child: IConstruct, id: string) {
    addChild.call(this, child, id);
    if (isApiObject(child)) {
      rememberMaking(child, added);
      this.scopes.forEach(scope => WATCHERS.get(scope)?.forEach(found => found(child)));
    }
  };
  HOOKED.add(nodes);
}

hook(Node.prototype as unknown as Parent);
