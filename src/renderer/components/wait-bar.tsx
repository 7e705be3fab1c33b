import styles from './wait-bar.module.css';

/** Long work. With `of` it has an end that can be seen; without, it only says that something goes on. */
export function WaitBar({
  label,
  value,
  of,
}: {
  readonly label: string;
  readonly value?: number;
  readonly of?: number;
}) {
  return (
    <progress className={styles.bar} aria-label={label} {...(of === undefined ? {} : { value: value ?? 0, max: of })} />
  );
}
