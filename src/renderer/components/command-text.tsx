import styles from './command-text.module.css';
import { visible } from './foreign-text';

/** Exactly what will run, to be read and selected. */
export function CommandText({ text }: { readonly text: string }) {
  return (
    <pre className={styles.command}>
      <code>{visible(text)}</code>
    </pre>
  );
}
