package parlance.kit.http;

import static java.util.stream.Collectors.joining;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lets operators spell origins as they like: with a port or a slash that browsers leave out. */
public final class ConfiguredOrigins implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    private static final String ORIGINS = "quarkus.http.cors.origins";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        return value == null || value.getValue() == null || !name.equals(ORIGINS)
                ? value
                : value.withValue(normal(value.getValue()));
    }

    private static String normal(String origins) {
        return Arrays.stream(origins.split(",")).map(NormalOrigin::of).collect(joining(","));
    }
}
