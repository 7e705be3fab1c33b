/**
 * The whole environment of every program we start: nothing of the caller's, which could change what a program loads or runs. Package
 * scripts need the sbin folders and a home; the languages are set so that answers come in English where the program knows how.
 */
export const systemEnvironment: Readonly<Record<string, string>> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/root',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
};
