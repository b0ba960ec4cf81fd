import { Reference } from '../reference';

const standard = 'MITRE ATT&CK';

/** Knowledge bases of MITRE. */
export class Mitre {
  /**
   * A technique of ATT&CK that the control hinders. The techniques change twice a year, so only the form of the id is checked.
   *
   * @param id the technique, such as `T1610`, or sub-technique, such as `T1552.007`
   * @throws if it does not have the form of a technique
   */
  public static attack(id: string): Reference {
    if (!/^T\d{4}(\.\d{3})?$/.test(id)) {
      throw new Error(`${standard} has no "${id}": give a technique such as T1610 or T1552.007`);
    }
    return new Reference(standard, id, `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`);
  }

  private constructor() {}
}
