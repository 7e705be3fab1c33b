import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button';
import styles from './ask-first.module.css';

export interface AskFirstProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly cancel: string;
  /** Nothing to agree to: the window only shows something. */
  readonly agree?: { readonly says: string; readonly onPress: () => void; readonly testId?: string };
  readonly onClose: () => void;
}

/** A window over the page that waits for an answer. Escape and a click beside it close it and change nothing. */
export function AskFirst({ isOpen, title, children, cancel, agree, onClose }: AskFirstProps) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles.window ?? ''}>
        <Dialog className={styles.dialog ?? ''} role={agree === undefined ? 'dialog' : 'alertdialog'}>
          <Heading slot="title" level={2} className={styles.title ?? ''}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          <div className={styles.answers}>
            {agree === undefined ? null : (
              <Button
                tone="main"
                onPress={agree.onPress}
                {...(agree.testId === undefined ? {} : { testId: agree.testId })}
              >
                {agree.says}
              </Button>
            )}
            <Button onPress={onClose}>{cancel}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
