package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON codec. Unknown fields are ignored and absent values left out; times are ISO-8601 UTC
 * with milliseconds; a number is never taken for a string (protocol 2.2, 4.1).
 */
public final class Json {

    private static final DateTimeFormatter ISO_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private Json() {}

    /** For a framework that wants a mapper of its own: the same rules. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(Object value) {
        if (value instanceof RawJson(var text)) {
            return text;
        }
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws UncheckedIOException if this is not JSON, or not of that type
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws UncheckedIOException if this is not JSON, or not of that type
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the samples of tests and for what is read field by field. */
    public static JsonNode tree(byte[] json) {
        return read(json, JsonNode.class);
    }

    /** An instant as it stands in every packet. */
    public static String iso(Instant instant) {
        return ISO_MILLIS.format(instant);
    }

    private static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // Otherwise each emoji becomes twelve bytes of escapes, and a packet at the limit
                // a record over it.
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .annotationIntrospector(new SealedTypes())
                .withCoercionConfig(
                        LogicalType.Textual,
                        config ->
                                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Boolean,
                        config ->
                                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Integer,
                        config ->
                                config.setCoercion(
                                        CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(
                        new SimpleModule()
                                .addSerializer(Instant.class, new InstantWriter())
                                .addDeserializer(Instant.class, new InstantReader())
                                .addSerializer(RawJson.class, new RawJsonWriter())
                                .addDeserializer(RawJson.class, new RawJsonReader()));
    }

    /**
     * The subtypes of a sealed interface are its permitted classes, so that they are not listed
     * twice.
     */
    private static final class SealedTypes extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable List<NamedType> findSubtypes(Annotated type) {
            var raw = type.getRawType();
            return raw.isSealed() && raw.isInterface()
                    ? Arrays.stream(raw.getPermittedSubclasses()).map(NamedType::new).toList()
                    : super.findSubtypes(type);
        }
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(iso(value));
        }
    }

    /**
     * Unix milliseconds, as a number or as text, or ISO-8601; without a zone it is UTC. Dates that
     * JavaScript and the database do not know are refused.
     */
    private static final class InstantReader extends StdDeserializer<Instant> {

        /** ECMA-262, 21.4.1.1: a time value is at most this many milliseconds from 1970. */
        private static final Instant LAST = Instant.ofEpochMilli(8_640_000_000_000_000L);

        private static final Instant FIRST = Instant.ofEpochMilli(-8_640_000_000_000_000L);

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return known(Instant.ofEpochMilli(in.getLongValue()), in, context);
            }
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, in);
            }
            try {
                return known(parse(in.getText()), in, context);
            } catch (DateTimeException | NumberFormatException e) {
                throw context.weirdStringException(in.getText(), Instant.class, "not a date");
            }
        }

        private static Instant known(Instant date, JsonParser in, DeserializationContext context)
                throws IOException {
            if (date.isBefore(FIRST) || date.isAfter(LAST)) {
                throw context.weirdStringException(in.getText(), Instant.class, "not a date");
            }
            return date;
        }

        private static Instant parse(String text) {
            if (text.chars().allMatch(Character::isDigit)) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            }
            var parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
        }
    }

    private static final class RawJsonWriter extends StdSerializer<RawJson> {
        RawJsonWriter() {
            super(RawJson.class);
        }

        @Override
        public void serialize(RawJson value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeRawValue(value.text());
        }
    }

    private static final class RawJsonReader extends StdDeserializer<RawJson> {
        RawJsonReader() {
            super(RawJson.class);
        }

        @Override
        public RawJson deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return new RawJson(context.readTree(in).toString());
        }
    }
}
