export const diff = (..._: any[]): number => 2;
