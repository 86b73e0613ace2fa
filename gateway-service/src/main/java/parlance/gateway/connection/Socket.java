package parlance.gateway.connection;

/** The wire below a {@link Connection}. Nothing here blocks. */
public interface Socket {

    /**
     * Writes a text frame behind those before it.
     *
     * @param written called once the operating system has it; not at all if the socket breaks
     */
    void write(String text, Runnable written);

    /**
     * Asks for a sign of life.
     *
     * @param number comes back in the pong
     */
    void ping(long number);

    void close(CloseReason reason);
}
