package parlance.testing.documents;

import static org.bson.codecs.configuration.CodecRegistries.fromProviders;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.MongoClientSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * A document of a database that is in use, kept as JSON beside the test. What a service reads from
 * it, and writes in its place, may not change: there are databases full of them.
 *
 * @param stored the document of the file
 */
public record StoredDocument(BsonDocument stored, CodecRegistry codecs) {

    /**
     * Takes the document of {@code src/test/resources/documents/<name>.json}.
     *
     * @param provider what the service's client asks for codecs before those of the driver
     */
    public static StoredDocument of(String name, CodecProvider provider) {
        var path = "/documents/" + name + ".json";
        try (var file = StoredDocument.class.getResourceAsStream(path)) {
            var json = Objects.requireNonNull(file, path).readAllBytes();
            var text = new String(json, StandardCharsets.UTF_8);
            var codecs =
                    fromRegistries(
                            fromProviders(provider), MongoClientSettings.getDefaultCodecRegistry());
            return new StoredDocument(BsonDocument.parse(text), codecs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the service reads it. */
    public <D> D as(Class<D> type) {
        return codecs.get(type)
                .decode(new BsonDocumentReader(stored), DecoderContext.builder().build());
    }

    /** What the service writes for this. */
    public <D> BsonDocument written(D document) {
        @SuppressWarnings("unchecked")
        var type = (Class<D>) document.getClass();
        var written = new BsonDocument();
        codecs.get(type)
                .encode(
                        new BsonDocumentWriter(written),
                        document,
                        EncoderContext.builder().build());
        return written;
    }
}
