package parlance.local.infra;

/** Hears what happens to each component while things start and stop. */
@FunctionalInterface
public interface Progress {

    /** Where a component is on its way. */
    enum State {
        STARTING,
        READY,
        EXTERNAL,
        STOPPING,
        STOPPED
    }

    /** The detail is an address or a pid, for people. */
    void report(String component, State state, String detail);

    /** For those who do not watch. */
    static Progress silent() {
        return (_, _, _) -> {};
    }
}
