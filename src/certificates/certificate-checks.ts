import { Duration } from 'cdk8s';
import { DNS_SUBDOMAIN, nameFault } from '../workload/checks/names';

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const DNS_NAME = new RegExp(`^([*][.])?${LABEL}([.]${LABEL})*$`);
const SHORTEST = Duration.hours(1);
const SHORTEST_RENEWAL = Duration.minutes(5);

/** Refuses what no DNS name in a certificate can be. A `*` stands for the first part alone. */
export function checkDnsNames(path: string, names: readonly string[]): void {
  const wrong = names.find(name => name.length > 253 || !DNS_NAME.test(name));
  if (wrong !== undefined) {
    throw new Error(`${path}: "${wrong}" is not a DNS name: give one in small letters, such as shop.example.com or *.shop.example.com`);
  }
}

/** Refuses what no Secret can be called. */
export function checkSecretName(path: string, name: string | undefined): void {
  const [fault] = nameFault('secretName', name, DNS_SUBDOMAIN);
  if (fault !== undefined) {
    throw new Error(`${path}: ${fault}`);
  }
}

/** Refuses a life and a renewal that cert-manager refuses too. */
export function checkLifetime(path: string, duration: Duration, renewBefore: Duration | undefined): void {
  if (duration.toSeconds() < SHORTEST.toSeconds()) {
    throw new Error(`${path}: the duration ${goDuration(duration)} is too short for a certificate: give at least one hour`);
  }
  if (renewBefore !== undefined && (renewBefore.toSeconds() < SHORTEST_RENEWAL.toSeconds() || renewBefore.toSeconds() >= duration.toSeconds())) {
    throw new Error(`${path}: it cannot be renewed ${goDuration(renewBefore)} before it ends: give renewBefore at least five minutes, and less than its duration, ${goDuration(duration)}`);
  }
}

/** A duration as Go reads it. */
export function goDuration(duration: Duration): string {
  const seconds = duration.toSeconds();
  return seconds % 3600 === 0 ? `${seconds / 3600}h` : seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
