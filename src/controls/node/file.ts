/** Why the cluster is not asked: what is judged is a file that a component reads when it starts, and no object of the API. */
export const FILE = 'it is about a file of a component, not about an object of the API';
