package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One installation of a client. Clients send a number or a string; it is compared as a string. */
public record DeviceId(@JsonValue String value) {

    private static final int MAX_LENGTH = 255;

    /**
     * @param raw a string of 1 to 255 characters, or a number
     * @throws IllegalArgumentException for anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DeviceId of(Object raw) {
        if (!(raw instanceof String || raw instanceof Number)) {
            throw new IllegalArgumentException("a device id is a string or a number");
        }
        var value = raw.toString();
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a device id has 1 to 255 characters");
        }
        return new DeviceId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
