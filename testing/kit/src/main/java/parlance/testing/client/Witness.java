package parlance.testing.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ServiceLoader;

/**
 * Looks on at one connection: at what is asked, and at every packet that comes. A module that has
 * one names it as a service ({@link ServiceLoader}); each connection gets an instance of its own.
 */
public interface Witness {

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
    static Witness find() {
        return ServiceLoader.load(Witness.class).findFirst().orElseGet(Blind::new);
    }

    /** For modules that have no witness. */
    final class Blind implements Witness {

        @Override
        public void asked(JsonNode id, String name) {}

        @Override
        public void received(JsonNode packet) {}

        @Override
        public void conclude() {}
    }
}
