package parlance.local.infra;

/** Is told of each component's state while a suite starts and stops. */
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
