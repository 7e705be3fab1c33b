/**
 * Puts a text on the clipboard; false when the system refuses, so that the page can ask the person to copy it by hand. The
 * text field is the second way: copying a selection needs no permission.
 */
export async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused permission and missing clipboard look alike here, and both are answered by the second way.
    if (field === null) return false;
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
