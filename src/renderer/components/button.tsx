import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classNames } from './class-names';
import styles from './button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** `main` is the one thing to do next; a page has at most one. */
  readonly tone?: 'main' | 'side' | 'bare';
  readonly isDisabled?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  readonly testId?: string;
}

export function Button({
  children,
  onPress,
  tone = 'side',
  isDisabled = false,
  label,
  describedBy,
  testId,
}: ButtonProps) {
  return (
    <AriaButton
      className={classNames(styles.button, styles[tone])}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
    >
      {children}
    </AriaButton>
  );
}
