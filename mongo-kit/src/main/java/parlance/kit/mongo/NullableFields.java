package parlance.kit.mongo;

import java.lang.reflect.Type;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.RepresentationConfigurable;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Codecs for the components of a record that read a stored null like an absent field. The driver's
 * record codec writes no nulls, but fails where it meets one.
 */
record NullableFields(CodecRegistry codecs) implements CodecRegistry {

    @Override
    public <T> Codec<T> get(Class<T> type) {
        return new NullableField<>(codecs.get(type));
    }

    @Override
    public <T> Codec<T> get(Class<T> type, List<Type> arguments) {
        return new NullableField<>(codecs.get(type, arguments));
    }

    @Override
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return codecs.get(type, registry);
    }

    private record NullableField<T>(Codec<T> codec)
            implements Codec<T>, RepresentationConfigurable<T> {

        @Override
        public @Nullable T decode(BsonReader reader, DecoderContext context) {
            if (reader.getCurrentBsonType() == BsonType.NULL) {
                reader.readNull();
                return null;
            }
            return codec.decode(reader, context);
        }

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            codec.encode(writer, value, context);
        }

        @Override
        public Class<T> getEncoderClass() {
            return codec.getEncoderClass();
        }

        @Override
        public BsonType getRepresentation() {
            return configurable().getRepresentation();
        }

        @Override
        public Codec<T> withRepresentation(BsonType representation) {
            return new NullableField<>(configurable().withRepresentation(representation));
        }

        @SuppressWarnings("unchecked")
        private RepresentationConfigurable<T> configurable() {
            return (RepresentationConfigurable<T>) codec;
        }
    }
}
