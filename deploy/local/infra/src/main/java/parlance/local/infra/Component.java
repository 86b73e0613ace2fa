package parlance.local.infra;

import java.util.Locale;

/**
 * The servers that the services need; each can be an external server, named by an address variable.
 */
public enum Component {
    KAFKA("KAFKA_BOOTSTRAP_SERVERS"),
    REDIS("REDIS_URL"),
    MONGO("MONGODB_URI"),
    S3("S3_ENDPOINT");

    private final String addressVariable;

    Component(String addressVariable) {
        this.addressVariable = addressVariable;
    }

    /** The environment variable that carries the address of this component. */
    public String addressVariable() {
        return addressVariable;
    }

    /** The name in commands, logs and folders. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String addressAt(int port) {
        var place = "127.0.0.1:" + port;
        return switch (this) {
            case KAFKA -> place;
            case REDIS -> "redis://" + place;
            case MONGO -> "mongodb://" + place;
            case S3 -> "http://" + place;
        };
    }
}
