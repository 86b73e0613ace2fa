package parlance.kit.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import parlance.contracts.Json;

/** What clients call the fields of our records. */
final class JsonNames {

    private JsonNames() {}

    static String of(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElse(component.getName());
    }

    /** Of a field that may lie deeper, such as {@code email[0].value}. */
    static String of(Class<?> request, Path fields) {
        var names = new StringBuilder();
        var owner = Json.mapper().constructType(request);
        for (var node : fields) {
            if (node.isInIterable()) {
                names.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                var component = componentOf(owner, node.getName());
                names.append(names.isEmpty() ? "" : ".").append(of(component));
                owner = contentOf(component);
            }
        }
        return names.toString();
    }

    private static RecordComponent componentOf(JavaType owner, String javaName) {
        return Arrays.stream(owner.getRawClass().getRecordComponents())
                .filter(component -> component.getName().equals(javaName))
                .findFirst()
                .orElseThrow();
    }

    private static JavaType contentOf(RecordComponent component) {
        var type = Json.mapper().constructType(component.getGenericType());
        return type.isCollectionLikeType() ? type.getContentType() : type;
    }
}
