import { Cpu } from 'cdk8s-plus-28';

const CPU = /^(\d+(?:\.\d+)?)(m?)$/;

/** CPU in thousandths of one, or nothing where the text is no amount of CPU. */
export function millisOf(amount: string): number {
  const [, number, milli] = CPU.exec(amount) ?? [];
  return number === undefined ? NaN : Number(number) * (milli === 'm' ? 1 : 1000);
}

/** What is wrong with an amount of CPU. */
export function cpuFault(what: string, cpu: Cpu | undefined): string[] {
  return cpu === undefined || millisOf(cpu.amount) >= 0 ? []
    : [`${what} "${cpu.amount}" is not an amount of CPU: give one such as Cpu.millis(100)`];
}
