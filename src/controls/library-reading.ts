let reading = false;

/** Whether the library's own controls are being read. They compile when they first judge: a test compiles all of them, for every minor. */
export function isReadingLibrary(): boolean {
  return reading;
}

/** Reads the library's own controls. */
export function readLibrary<T>(read: () => T): T {
  reading = true;
  try {
    return read();
  } finally {
    reading = false;
  }
}
