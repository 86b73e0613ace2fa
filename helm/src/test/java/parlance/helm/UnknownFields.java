package parlance.helm;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads a manifest as the type of its kind, and tells what that type has no field for. */
final class UnknownFields {

    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();
    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /** Empty if all is well; nothing is known of kinds that are not Kubernetes' own. */
    static List<String> in(JsonNode manifest) {
        var unknown = new UnknownFields();
        Object read = KUBERNETES.unmarshal(manifest.toString());
        if (!(read instanceof GenericKubernetesResource)) {
            unknown.visit(manifest.path("kind").asText(), read);
        }
        return unknown.found;
    }

    static boolean knows(JsonNode manifest) {
        return !(KUBERNETES.<Object>unmarshal(manifest.toString())
                instanceof GenericKubernetesResource);
    }

    private void visit(String path, Object value) {
        switch (value) {
            case null -> {}
            case Collection<?> many -> many.forEach(one -> visit(path + "[]", one));
            case Map<?, ?> map -> map.forEach((key, one) -> visit(path + "." + key, one));
            default -> {
                if (value.getClass().getName().startsWith(MODEL)) {
                    getters(value).forEach(getter -> visit(path, value, getter));
                }
            }
        }
    }

    private void visit(String path, Object value, Method getter) {
        try {
            var result = getter.invoke(value);
            if (!getter.getName().equals("getAdditionalProperties")) {
                visit(path + "." + getter.getName().substring("get".length()), result);
            } else if (result instanceof Map<?, ?> unknown && !unknown.isEmpty()) {
                found.add(path + ": " + unknown.keySet());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static List<Method> getters(Object value) {
        return Arrays.stream(value.getClass().getMethods())
                .filter(method -> method.getName().startsWith("get"))
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
    }
}
