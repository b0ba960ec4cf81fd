const WRITTEN = 'container.?image.orValue("")';

/**
 * CEL: the image of `container` with its registry. One without a dot, a colon or localhost before the first slash means Docker Hub,
 * and one without a slash its library. */
export const IMAGE = `(${WRITTEN}.matches("^([^/]*[.:][^/]*|localhost)/") ? ${WRITTEN} : (${WRITTEN}.contains("/") ? "docker.io/" : "docker.io/library/") + ${WRITTEN})`;
