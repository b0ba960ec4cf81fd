import { Reference } from '../reference';
import { NumberedStandard } from './numbered';

/** Section 4, countermeasures for images, registries, orchestrators, containers and hosts. */
const containerSecurity = new NumberedStandard('NIST SP 800-190', {
  url: 'https://doi.org/10.6028/NIST.SP.800-190',
  sections: { 4.1: 5, 4.2: 3, 4.3: 5, 4.4: 5, 4.5: 5 },
  id: (section, number) => `${section}.${number}`,
});

/** Publications of the National Institute of Standards and Technology. */
export class Nist {
  /**
   * A countermeasure of SP 800-190, the Application Container Security Guide (2017).
   *
   * @param id the section, such as `4.4.3`
   * @throws if section 4 has no such countermeasure
   */
  public static sp800190(id: string): Reference {
    return containerSecurity.reference(id);
  }

  private constructor() {}
}
