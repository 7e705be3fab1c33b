import { openActing } from '../../../../src/main/platform/windows/native/open-acting';
import { openNative } from '../../../../src/main/platform/windows/native/open-native';
import type { ResumeRequest } from '../../../../src/main/platform/resuming/resume-request';
import { windowsResume } from '../../../../src/main/platform/resuming/windows-plan';
import { arrangeResume, cancelResume } from '../../../../src/main/platform/resuming/windows-resuming';

/** Something to arrange for later, or a run for which it is taken back. */
export type ResumeWish = ResumeRequest | { readonly cancel: string };

/** Runs inside Windows: arranges something for later, or takes it back, and prints what came of it. */
async function main(): Promise<void> {
  const request = JSON.parse(process.argv[2] ?? '') as ResumeWish;
  const [native, acting] = [openNative(), openActing()];
  if ('unavailable' in native || 'unavailable' in acting) throw new Error(JSON.stringify([native, acting]));
  const tools = { acting, folders: native.folders };
  const arranged =
    'cancel' in request
      ? await cancelResume(request.cancel, tools)
      : await arrangeResume(windowsResume(request, new Date()), tools);
  process.stdout.write(JSON.stringify(arranged));
}

void main();
