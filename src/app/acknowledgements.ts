import type { IConstruct } from 'constructs';
import { Acknowledgement } from '../model/acknowledgement';
import type { ScopedAcknowledgement } from '../verify/acknowledgement';

const METADATA = 'cdk8s-bulwark:acknowledgement';

/** The findings that named persons accept, on a construct and everything below it. */
export class Acknowledgements {
  /** The acknowledgements of a construct. */
  public static of(construct: IConstruct): Acknowledgements {
    return new Acknowledgements(construct);
  }

  /**
   * Every acknowledgement in a tree.
   *
   * @internal
   */
  public static _below(root: IConstruct): ScopedAcknowledgement[] {
    return root.node.findAll().flatMap(({ node }) => node.metadata.filter(({ type }) => type === METADATA).map(({ data }) =>
      ({ ...data as Acknowledgement, scope: { constructPath: node.path }, source: `acknowledgement on construct "${node.path}"` })));
  }

  private constructor(private readonly construct: IConstruct) {}

  /**
   * Accepts the findings of a control here and below. An unknown id, an empty reason or owner, an expired day and an acknowledgement that nothing
   * needs are errors when the app is verified.
   *
   * @param acknowledgement which control, why, who, and until when
   */
  public add(acknowledgement: Acknowledgement): Acknowledgements {
    this.construct.node.addMetadata(METADATA, { ...acknowledgement });
    return this;
  }
}
