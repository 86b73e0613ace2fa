package parlance.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parlance.contracts.UserId;

class NullsStoredCodecTest {

    private static final CodecRegistry CODECS =
            CodecRegistries.fromRegistries(
                    CodecRegistries.fromProviders(new DocumentCodecs()),
                    MongoClientSettings.getDefaultCodecRegistry());

    private static final UserId ID = new UserId("65f1a0b2c3d4e5f601234567");

    @NullsStored
    public record Thing(
            @Nullable String first,
            @BsonProperty("given_name") @Nullable String name,
            @BsonId @Nullable UserId id,
            @Nullable List<Part> parts,
            @Nullable Other other,
            long last) {}

    @NullsStored
    public record Part(@Nullable String note, int number) {}

    public record Other(@Nullable String note, int number) {}

    @Test
    void whatIsMissingIsStoredAsNullAndInTheRecordsOrder() {
        assertThat(written(new Thing(null, null, ID, null, null, 7)).toJson())
                .isEqualTo(
                        json(
                                """
                                {_id: {$oid: '65f1a0b2c3d4e5f601234567'}, first: null, given_name: null, parts: null,
                                 other: null, last: {$numberLong: '7'}}
                                """));
    }

    @Test
    void recordsInsideAreWrittenInTheirOwnWay() {
        var thing = new Thing("a", "b", ID, List.of(new Part(null, 1)), new Other(null, 2), 7);

        assertThat(written(thing).toJson())
                .isEqualTo(
                        json(
                                """
                                {_id: {$oid: '65f1a0b2c3d4e5f601234567'}, first: 'a', given_name: 'b',
                                 parts: [{note: null, number: 1}], other: {number: 2}, last: {$numberLong: '7'}}
                                """));
    }

    @Test
    void anIdIsNeverNull() {
        assertThat(written(new Thing("a", "b", null, null, null, 7)).keySet())
                .containsExactly("first", "given_name", "parts", "other", "last");
    }

    @Test
    void whatWasWrittenIsReadAsItWas() {
        var thing = new Thing(null, "b", ID, List.of(new Part(null, 1)), null, 7);

        var read =
                CODECS.get(Thing.class)
                        .decode(
                                new BsonDocumentReader(written(thing)),
                                DecoderContext.builder().build());

        assertThat(read).isEqualTo(thing);
    }

    private static BsonDocument written(Thing thing) {
        var document = new BsonDocument();
        CODECS.get(Thing.class)
                .encode(new BsonDocumentWriter(document), thing, EncoderContext.builder().build());
        return document;
    }

    private static String json(String text) {
        return BsonDocument.parse(text).toJson();
    }
}
