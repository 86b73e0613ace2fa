package parlance.local.infra;

/** The beat at which we look again whether a process came up or ended. */
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
