package parlance.conversation.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.contracts.UserId;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class ConversationDocumentTest {

    @Test
    void aGroupIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("conversations", new DocumentCodecs());

        var read = document.as(ConversationDocument.class);

        var group = read.conversation();
        assertThat(group.isLedBy(new UserId("65f1a0b2c3d4e5f601230002"))).isTrue();
        assertThat(group.profile().image().fileName()).isEqualTo("a.png");
        assertThat(document.written(ConversationDocument.of(read.conversation())))
                .isEqualTo(document.stored());
    }

    @Test
    void aDirectConversationIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("conversations-direct", new DocumentCodecs());

        var read = document.as(ConversationDocument.class);

        assertThat(document.written(ConversationDocument.of(read.conversation())))
                .isEqualTo(document.stored());
    }

    @Test
    void aConversationInAListLacksItsPeople() {
        var document = StoredDocument.of("conversations", new DocumentCodecs());
        document.stored().remove("participants");
        document.stored().remove("changes");

        var conversation = document.as(ConversationDocument.class).conversation();

        assertThat(conversation.participants()).isEmpty();
        assertThat(conversation.changes()).isEmpty();
        assertThat(conversation.size()).isEqualTo(2);
    }
}
