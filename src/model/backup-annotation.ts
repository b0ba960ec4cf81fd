/** On a StatefulSet: which of its claims a `Backup` backs up, as `<claim>=<name of its ConfigMap>`, with commas between several. On a claim: that it is. */
export const BACKUP_ANNOTATION = 'cdk8s-bulwark/backup';
