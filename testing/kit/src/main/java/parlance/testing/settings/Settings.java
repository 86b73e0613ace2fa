package parlance.testing.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;

/** Settings as an operator gives them, read without the service around them. */
public final class Settings {

    private static final int BEFORE_THE_USUAL = 200;

    /** Where a service and the kit have their own settings, by how much they count. */
    private static final Map<String, Integer> FILES =
            Map.of("application.properties", 250, "META-INF/microprofile-config.properties", 100);

    private static final int OF_AN_OPERATOR = 300;

    private Settings() {}

    public static <T> T of(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, BEFORE_THE_USUAL, new DurationConverter())
                .withMapping(mapping)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(mapping);
    }

    /**
     * With the files of the service under test, as they are in a profile.
     *
     * @param profile {@code prod} or {@code local}
     */
    public static <T> T inProfile(String profile, Class<T> mapping, Map<String, String> settings) {
        var builder =
                new SmallRyeConfigBuilder()
                        .withProfile(profile)
                        .addDefaultInterceptors()
                        .addDiscoveredConverters()
                        .withConverter(Duration.class, BEFORE_THE_USUAL, new DurationConverter())
                        .withMapping(mapping)
                        .withValidateUnknown(false)
                        .withSources(
                                new PropertiesConfigSource(settings, "operator", OF_AN_OPERATOR));
        FILES.forEach((file, ordinal) -> addFiles(builder, file, ordinal));
        return builder.build().getConfigMapping(mapping);
    }

    private static void addFiles(SmallRyeConfigBuilder builder, String name, int ordinal) {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            for (var file : Collections.list(loader.getResources(name))) {
                builder.withSources(new PropertiesConfigSource(file, ordinal));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
