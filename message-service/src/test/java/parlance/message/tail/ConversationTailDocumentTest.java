package parlance.message.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class ConversationTailDocumentTest {

    @Test
    void aTailIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("heads", new DocumentCodecs());

        var read = document.as(ConversationTailDocument.class);

        assertThat(read.tail())
                .isEqualTo(
                        new ConversationTail(
                                new ConversationId("65f1a0b2c3d4e5f601230003"),
                                41,
                                Instant.parse("2026-01-02T03:04:05.678Z"),
                                6));
        assertThat(document.written(read)).isEqualTo(document.stored());
    }

    @Test
    void whatWasNeverSetIsAsBeforeTheFirstMessage() {
        var document = StoredDocument.of("heads-published-only", new DocumentCodecs());

        assertThat(document.as(ConversationTailDocument.class).tail())
                .isEqualTo(
                        new ConversationTail(
                                new ConversationId("65f1a0b2c3d4e5f601230003"),
                                0,
                                Instant.EPOCH,
                                6));
    }
}
