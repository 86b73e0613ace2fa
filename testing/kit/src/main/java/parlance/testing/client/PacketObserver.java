package parlance.testing.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ServiceLoader;

/**
 * Observes one connection: its requests, and every packet that it receives. A module that has one
 * names it as a service ({@link ServiceLoader}); each connection gets an instance of its own.
 */
public interface PacketObserver {

    /** A request was sent under this id. */
    void asked(JsonNode id, String name);

    void received(JsonNode packet);

    /**
     * The connection was closed by the test.
     *
     * @throws AssertionError if something was not as it should be
     */
    void conclude();

    /** The one that the class path names, else one that sees nothing. */
    static PacketObserver find() {
        return ServiceLoader.load(PacketObserver.class).findFirst().orElseGet(Blind::new);
    }

    /** For modules that have no witness. */
    final class Blind implements PacketObserver {

        @Override
        public void asked(JsonNode id, String name) {}

        @Override
        public void received(JsonNode packet) {}

        @Override
        public void conclude() {}
    }
}
