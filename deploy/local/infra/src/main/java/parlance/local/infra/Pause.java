package parlance.local.infra;

/** The interval at which the launcher checks again whether a process has started or ended. */
final class Pause {

    private static final long MILLISECONDS = 40;

    private Pause() {}

    static void briefly() {
        try {
            Thread.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("interrupted", e);
        }
    }
}
