package parlance.kit.request;

import java.lang.reflect.ParameterizedType;
import java.util.stream.Stream;

/** Reads what a class says in {@code implements RequestHandler<SendMessage.Request>}. */
public final class TypeArgument {

    private TypeArgument() {}

    public static Class<?> of(Class<?> type, Class<?> contract) {
        return Stream.of(type.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(parameterized -> parameterized.getRawType().equals(contract))
                .map(parameterized -> (Class<?>) parameterized.getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                type + " must name its type in " + contract.getSimpleName()));
    }
}
