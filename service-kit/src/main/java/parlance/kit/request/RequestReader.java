package parlance.kit.request;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.kit.Rejection;

/**
 * Reads a request as its record, field by field in the record's order, so that the first field that
 * is not as it should be is the one that the client is told of (protocol 2.2).
 */
@Singleton
public final class RequestReader {

    private final Validator validator;
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    RequestReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * The same over HTTP.
     *
     * @throws Rejection for the first field at fault
     */
    public <T> T read(Class<T> type, JsonNode value) {
        return type.cast(read(type, Json.bytes(value), Map.of()));
    }

    /**
     * @param value the request as the client sent it
     * @param secrets fields that travelled sealed, put back in their places
     * @throws Rejection for the first field at fault
     */
    public Object read(Class<?> type, byte[] value, Map<String, RawJson> secrets) {
        var tree = treeOf(value);
        if (!type.isRecord()) {
            return readWhole(type, tree);
        }
        if (tree.isNull()) {
            throw Rejection.invalid("\"value\" is required");
        }
        var shape = shapes.computeIfAbsent(type, this::shapeOf);
        if (!(shape.named(tree) instanceof ObjectNode fields)) {
            throw Rejection.invalid("\"value\" must be of type object");
        }
        secrets.forEach((name, json) -> fields.set(name, Json.read(json.text(), JsonNode.class)));
        var request = shape.make(shape.fields().stream().map(f -> valueOf(f, fields)).toArray());
        if (shape.hasDeeperConstraints()) {
            refuseDeeperViolations(request);
        }
        return request;
    }

    /** The gateway saw JSON, but looked at no number: one of thousands of digits is met here. */
    private static JsonNode treeOf(byte[] value) {
        try {
            return Json.tree(value);
        } catch (UncheckedIOException e) {
            throw Rejection.invalid("\"value\" is invalid");
        }
    }

    private static Object readWhole(Class<?> type, JsonNode tree) {
        try {
            return Json.mapper().treeToValue(tree, type);
        } catch (IOException e) {
            throw Rejection.invalid("\"value\" is invalid");
        }
    }

    private @Nullable Object valueOf(Field field, ObjectNode fields) {
        var node = fields.get(field.wireName());
        var value = node == null || node.isNull() ? null : convert(field, node);
        var violation =
                validator.validateValue(field.owner(), field.javaName(), value).stream()
                        .findFirst();
        if (violation.isPresent()) {
            throw complaint(field.owner(), violation.get());
        }
        return value;
    }

    private static Rejection complaint(Class<?> type, ConstraintViolation<?> violation) {
        return ValidationErrors.about(JsonNames.of(type, violation.getPropertyPath()), violation);
    }

    private Object convert(Field field, JsonNode node) {
        try {
            Object value = Json.mapper().readerFor(field.type()).readValue(node);
            if (value instanceof Collection<?> many && many.stream().anyMatch(Objects::isNull)) {
                throw ValidationErrors.aboutType(
                        field.wireName(), field.type(), field.constraints());
            }
            return value;
        } catch (InputCoercionException outOfRange) {
            return nearest(field, node);
        } catch (IOException e) {
            throw ValidationErrors.aboutType(field.wireName(), field.type(), field.constraints());
        }
    }

    /** A number that Java's type does not hold is over every limit that the field can have. */
    private Object nearest(Field field, JsonNode node) {
        var nearest = node.bigIntegerValue().signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        var raw = field.type().getRawClass();
        if ((raw == int.class || raw == Integer.class)
                && !validator.validateValue(field.owner(), field.javaName(), nearest).isEmpty()) {
            return nearest;
        }
        throw ValidationErrors.aboutType(field.wireName(), field.type(), field.constraints());
    }

    private void refuseDeeperViolations(Object request) {
        validator
                .validate(request)
                .forEach(violation -> {
                    throw complaint(request.getClass(), violation);
                });
    }

    private Shape shapeOf(Class<?> type) {
        var descriptor = validator.getConstraintsForClass(type);
        var fields =
                Arrays.stream(type.getRecordComponents())
                        .map(component -> fieldOf(type, component))
                        .toList();
        var deeper =
                !descriptor.getConstraintDescriptors().isEmpty()
                        || descriptor.getConstrainedProperties().stream()
                                .anyMatch(property ->
                                        property.isCascaded()
                                                || !property.getConstrainedContainerElementTypes()
                                                        .isEmpty());
        return new Shape(fields, constructorOf(type), deeper);
    }

    private Field fieldOf(Class<?> owner, RecordComponent component) {
        var property =
                validator
                        .getConstraintsForClass(owner)
                        .getConstraintsForProperty(component.getName());
        return new Field(
                owner,
                component.getName(),
                JsonNames.of(component),
                Json.mapper().constructType(component.getGenericType()),
                property == null ? List.of() : List.copyOf(property.getConstraintDescriptors()));
    }

    private static Constructor<?> constructorOf(Class<?> type) {
        var parameters =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Field(
            Class<?> owner,
            String javaName,
            String wireName,
            JavaType type,
            List<ConstraintDescriptor<?>> constraints) {}

    private record Shape(
            List<Field> fields, Constructor<?> constructor, boolean hasDeeperConstraints) {

        /** A bare list is the one field of a request that has no other. */
        JsonNode named(JsonNode tree) {
            if (!tree.isArray()
                    || fields.size() != 1
                    || !fields.getFirst().type().isCollectionLikeType()) {
                return tree;
            }
            var whole = Json.mapper().createObjectNode();
            return whole.set(fields.getFirst().wireName(), tree);
        }

        Object make(@Nullable Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
