import type { ReactNode } from 'react';
import type { Mark } from '../state/stage-status';
import { classNames } from './class-names';
import styles from './status-shape.module.css';

/** A shape per meaning, so that no meaning hangs on colour. Decoration beside a word: always used with one. */
export function StatusShape({ mark, large = false }: { readonly mark: Mark; readonly large?: boolean }) {
  return (
    <svg
      className={classNames(styles.shape, styles[mark], large && styles.large)}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[mark]}
    </svg>
  );
}

const shapes: Readonly<Record<Mark, ReactNode>> = {
  todo: <circle className={styles.line} cx="10" cy="10" r="7" />,
  busy: (
    <>
      <circle className={styles.line} cx="10" cy="10" r="7" />
      <path className={styles.solid} d="M10 3a7 7 0 0 1 0 14z" />
    </>
  ),
  done: (
    <>
      <circle className={styles.solid} cx="10" cy="10" r="8" />
      <path className={styles.cut} d="M6.2 10.3l2.6 2.6 5-5.4" />
    </>
  ),
  attention: (
    <>
      <path className={styles.solid} d="M10 2.2L18.4 17H1.6z" />
      <path className={styles.cut} d="M10 8v5" />
    </>
  ),
  stop: (
    <>
      <path className={styles.solid} d="M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7z" />
      <path className={styles.cut} d="M6 10h8" />
    </>
  ),
  unsure: (
    <>
      <path className={styles.line} d="M10 2.2L17.8 10 10 17.8 2.2 10z" />
      <path className={styles.line} d="M7 10h6" />
    </>
  ),
};
