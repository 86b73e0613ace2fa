package parlance.kit.request;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parlance.contracts.ErrorCode;
import parlance.kit.Rejection;

/**
 * Says what is wrong with a field: with the constant that the constraint names as its message, else
 * in the words of protocol 2.2.
 */
final class ValidationErrors {

    private ValidationErrors() {}

    static Rejection about(String field, ConstraintViolation<?> violation) {
        return codeOf(violation.getConstraintDescriptor())
                .map(Rejection::new)
                .orElseGet(() -> Rejection.invalid("\"" + field + "\" " + wordsFor(violation)));
    }

    /**
     * The field is not of its type at all. The constant of any of its constraints covers that, best
     * of one that does not say that it is missing.
     */
    static Rejection aboutType(
            String field, JavaType type, List<ConstraintDescriptor<?>> constraints) {
        return constraints.stream()
                .sorted(Comparator.comparing(ValidationErrors::isOfTheMissing))
                .flatMap(constraint -> codeOf(constraint).stream())
                .findFirst()
                .map(Rejection::new)
                .orElseGet(() -> Rejection.invalid("\"" + field + "\" must be " + nameOf(type)));
    }

    private static boolean isOfTheMissing(ConstraintDescriptor<?> constraint) {
        return constraint.getAnnotation() instanceof NotNull;
    }

    private static Optional<ErrorCode> codeOf(ConstraintDescriptor<?> constraint) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(constraint.getMessageTemplate()))
                .findFirst();
    }

    private static String wordsFor(ConstraintViolation<?> violation) {
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotNull _ -> "is required";
            case NotEmpty _ -> "must contain at least 1 items";
            case Min min -> "must be greater than or equal to " + min.value();
            case Max max -> "must be less than or equal to " + max.value();
            case Size size -> wordsFor(size, violation.getInvalidValue());
            default -> violation.getMessage();
        };
    }

    private static String wordsFor(Size size, Object value) {
        if (value instanceof Collection<?> many) {
            return many.size() < size.min()
                    ? "must contain at least " + size.min() + " items"
                    : "must contain less than or equal to " + size.max() + " items";
        }
        var length = value.toString().length();
        if (length == 0) {
            return "is not allowed to be empty";
        }
        return length < size.min()
                ? "length must be at least " + size.min() + " characters long"
                : "length must be less than or equal to " + size.max() + " characters long";
    }

    private static String nameOf(JavaType type) {
        var raw = type.getRawClass();
        if (type.isCollectionLikeType()) {
            return "an array";
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return "a boolean";
        }
        if (raw == Instant.class) {
            return "a valid date";
        }
        if (Number.class.isAssignableFrom(raw) || raw.isPrimitive()) {
            return "a number";
        }
        return raw == String.class || isIdType(raw) ? "a string" : "of type object";
    }

    /** A record that stands for one text on the wire. */
    private static boolean isIdType(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(part -> part.getAccessor().isAnnotationPresent(JsonValue.class));
    }
}
