package parlance.message.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.contracts.ErrorCode;
import parlance.contracts.MessageId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class MessageDocumentTest {

    @Test
    void aMessageIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("messages", new DocumentCodecs());

        var message = document.as(MessageDocument.class).message();

        assertThat(message.awaits()).isEqualTo(new UserId("65f1a0b2c3d4e5f601230002"));
        assertThat(message.content().repliedId())
                .isEqualTo(new MessageId("65f1a0b2c3d4e5f601230005"));
        assertThat(message.content().x()).isEqualTo(new RawJson("{\"k\":1}"));
        assertThat(message.edits())
                .isEqualTo(
                        List.of(
                                new Position("message.commands-3", 123460, 0),
                                new Position("message.commands-3", 123470, 1)));
        // Set by updates alone: no message is written over another.
        var stored = document.stored();
        stored.remove("hidden_for");
        stored.remove("released_by");
        assertThat(document.written(MessageDocument.of(message))).isEqualTo(stored);
    }

    @Test
    void aTombstoneIsReadAsDeleted() {
        var document = StoredDocument.of("messages-tombstone", new DocumentCodecs());

        var message = document.as(MessageDocument.class).message();

        assertThat(message.deleted()).isTrue();
        assertThat(message.refusal()).isEqualTo(ErrorCode.FORBIDDEN.failure());
        assertThat(message.content().body()).isNull();
        assertThat(message.edits()).isEmpty();
        var stored = document.stored();
        stored.remove("buried_by");
        assertThat(document.written(MessageDocument.of(message))).isEqualTo(stored);
    }
}
