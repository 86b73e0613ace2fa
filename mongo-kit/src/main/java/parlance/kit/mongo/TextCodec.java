package parlance.kit.mongo;

import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.RepresentationConfigurable;
import org.bson.types.ObjectId;

/**
 * A value that is one text, stored as an ObjectId or as a string. Both are read, whichever is
 * written; a document that wants the other one says {@code @BsonRepresentation}.
 */
record TextCodec<T>(
        Class<T> type, Function<T, String> write, Function<String, T> read, BsonType representation)
        implements Codec<T>, RepresentationConfigurable<T> {

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        return read.apply(
                reader.getCurrentBsonType() == BsonType.OBJECT_ID
                        ? reader.readObjectId().toHexString()
                        : reader.readString());
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        var text = write.apply(value);
        if (representation == BsonType.OBJECT_ID) {
            writer.writeObjectId(new ObjectId(text));
        } else {
            writer.writeString(text);
        }
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }

    @Override
    public BsonType getRepresentation() {
        return representation;
    }

    @Override
    public Codec<T> withRepresentation(BsonType other) {
        return new TextCodec<>(type, write, read, other);
    }
}
