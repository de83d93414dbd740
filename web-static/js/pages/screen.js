/** What every page does: it describes itself once per turn, however often something of it changed. */

/** `describe()` gives what `Shell.show` wants. After `close()` an update is nothing: another page stands there. */
export function screen(app, describe) {
  let isOpen = true;
  let isScheduled = false;
  app.shell.show(describe);
  return {
    get isOpen() { return isOpen; },
    update() {
      if (isScheduled || !isOpen) return;
      isScheduled = true;
      queueMicrotask(() => {
        isScheduled = false;
        if (isOpen) app.shell.update();
      });
    },
    close() { isOpen = false; },
  };
}
