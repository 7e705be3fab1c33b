/** Every id in the Chromium family: a hash written in the letters a to p. */
export const extensionId = /^[a-p]{32}$/;
