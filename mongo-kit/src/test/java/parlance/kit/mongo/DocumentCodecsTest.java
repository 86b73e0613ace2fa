package parlance.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;

class DocumentCodecsTest {

    private static final CodecRegistry CODECS =
            CodecRegistries.fromRegistries(
                    CodecRegistries.fromProviders(new DocumentCodecs()),
                    MongoClientSettings.getDefaultCodecRegistry());

    private static final String HEX = "65f1a0b2c3d4e5f601234567";
    private static final Thing THING =
            new Thing(
                    new OrganizationId("acme"),
                    new ConversationId(HEX),
                    List.of(new UserId(HEX)),
                    new UserId("ann"),
                    Instant.ofEpochMilli(1_700_000_000_123L),
                    new Position("message.commands-3", 7, 1),
                    new RawJson("{\"a\":1}"),
                    new TreeSet<>(List.of(5L, 3L)),
                    List.of(new Thing.Part("one", null)),
                    null);
    private static final String STORED =
            """
            {"_id": {"$oid": "65f1a0b2c3d4e5f601234567"}, "org": "acme",
             "people": [{"$oid": "65f1a0b2c3d4e5f601234567"}], "as_text": "ann",
             "at": {"$date": "2023-11-14T22:13:20.123Z"},
             "position": "message.commands-3@7/1", "json": "{\\"a\\":1}",
             "places": [{"$numberLong": "3"}, {"$numberLong": "5"}],
             "parts": [{"name": "one"}]}
            """;

    public record Thing(
            @BsonProperty("org") OrganizationId organizationId,
            @BsonId ConversationId id,
            List<UserId> people,
            @BsonProperty("as_text") @BsonRepresentation(BsonType.STRING) UserId asText,
            Instant at,
            Position position,
            RawJson json,
            NavigableSet<Long> places,
            List<Part> parts,
            @Nullable Integer number) {

        public record Part(String name, @Nullable String note) {}
    }

    @Test
    void aRecordStandsInTheDatabaseUnderTheNamesThatItGives() {
        assertThat(written(THING)).isEqualTo(BsonDocument.parse(STORED));
        assertThat(written(THING).keySet()).startsWith("_id");
    }

    @Test
    void whatWasWrittenIsReadAsItWas() {
        assertThat(read(written(THING))).isEqualTo(THING);
    }

    @Test
    void aStoredNullIsReadLikeAnAbsentField() {
        var stored = BsonDocument.parse(STORED);
        stored.append("number", BsonDocument.parse("{n: null}").get("n"));
        stored.getArray("parts")
                .getFirst()
                .asDocument()
                .append("note", BsonDocument.parse("{n: null}").get("n"));

        assertThat(read(stored)).isEqualTo(THING);
    }

    @Test
    void anIdIsReadInEitherRepresentation() {
        var stored = BsonDocument.parse(STORED);
        stored.append("as_text", stored.get("_id"));

        assertThat(read(stored).asText()).isEqualTo(new UserId(HEX));
    }

    @Test
    void anIdInAFilterStandsAsInADocument() {
        var filter =
                new Document("_id", new ConversationId(HEX))
                        .append("org", new OrganizationId("acme"));

        assertThat(filter.toBsonDocument(BsonDocument.class, CODECS))
                .isEqualTo(
                        BsonDocument.parse(
                                "{_id: {$oid: '65f1a0b2c3d4e5f601234567'}, org: 'acme'}"));
    }

    @Test
    void whatIsNoObjectIdIsNotWrittenAsOne() {
        var filter = new Document("_id", new ConversationId("nonsense"));

        // A filter is encoded when its first field is asked for.
        assertThatThrownBy(() -> filter.toBsonDocument(BsonDocument.class, CODECS).size())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BsonDocument written(Thing thing) {
        var document = new BsonDocument();
        CODECS.get(Thing.class)
                .encode(new BsonDocumentWriter(document), thing, EncoderContext.builder().build());
        return document;
    }

    private static Thing read(BsonDocument document) {
        return CODECS.get(Thing.class)
                .decode(new BsonDocumentReader(document), DecoderContext.builder().build());
    }
}
