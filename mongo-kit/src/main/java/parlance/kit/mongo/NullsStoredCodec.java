package parlance.kit.mongo;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonNull;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;

/**
 * Adds to what the driver writes of a record the fields that it leaves out, in the record's order.
 */
final class NullsStoredCodec<T> implements Codec<T> {

    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

    private final Codec<T> record;
    private final List<String> fields;

    NullsStoredCodec(Codec<T> record) {
        this.record = record;
        this.fields =
                Arrays.stream(record.getEncoderClass().getRecordComponents())
                        .filter(component -> !isId(component))
                        .map(NullsStoredCodec::fieldOf)
                        .toList();
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        var document = new BsonDocument();
        record.encode(new BsonDocumentWriter(document), value, context);
        for (var field : fields) {
            var stored = document.remove(field);
            document.append(field, stored == null ? BsonNull.VALUE : stored);
        }
        DOCUMENTS.encode(writer, document, context);
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        return record.decode(reader, context);
    }

    @Override
    public Class<T> getEncoderClass() {
        return record.getEncoderClass();
    }

    private static boolean isId(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(BsonId.class);
    }

    private static String fieldOf(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(BsonProperty.class);
        return named == null ? component.getName() : named.value();
    }
}
