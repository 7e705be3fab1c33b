import { classNames } from './class-names';
import styles from './foreign-text.module.css';

/**
 * Text that came from a computer: paths, names, versions, commands. Characters that could reorder or hide what is read
 * become visible dots, and its direction cannot leak into the sentence around it.
 */
export function ForeignText({ text, exact = false }: { readonly text: string; readonly exact?: boolean }) {
  return <bdi className={classNames(styles.foreign, exact && styles.exact)}>{visible(text)}</bdi>;
}

/** The same text with every invisible or reordering character made visible. */
export const visible = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '·');
