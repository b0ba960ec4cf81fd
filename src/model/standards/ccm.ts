import { Reference } from '../reference';
import { NumberedStandard } from './numbered';

/** The 17 domains of the matrix, and how many of its 197 controls each has. */
const matrix = new NumberedStandard('CCM v4', {
  url: 'https://cloudsecurityalliance.org/research/cloud-controls-matrix',
  sections: {
    'A&A': 6,
    'AIS': 7,
    'BCR': 11,
    'CCC': 9,
    'CEK': 21,
    'DCS': 15,
    'DSP': 19,
    'GRC': 8,
    'HRS': 13,
    'IAM': 16,
    'IPY': 4,
    'IVS': 9,
    'LOG': 13,
    'SEF': 8,
    'STA': 14,
    'TVM': 10,
    'UEM': 14,
  },
  id: (domain, number) => `${domain}-${String(number).padStart(2, '0')}`,
});

/** The Cloud Controls Matrix of the Cloud Security Alliance. */
export class Ccm {
  /**
   * A control of the Cloud Controls Matrix 4.
   *
   * @param id domain and number, such as `IVS-03`
   * @throws if the matrix has no such control
   */
  public static v4(id: string): Reference {
    return matrix.reference(id);
  }

  private constructor() {}
}
