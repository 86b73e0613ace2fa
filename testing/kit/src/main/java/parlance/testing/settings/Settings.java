package parlance.testing.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Settings as an operator gives them, read without the service around them. */
public final class Settings {

    private static final int BEFORE_THE_USUAL = 200;

    private Settings() {}

    public static <T> T of(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, BEFORE_THE_USUAL, new DurationConverter())
                .withMapping(mapping)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(mapping);
    }
}
