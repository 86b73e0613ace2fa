package parlance.conversation.handler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class ChatHandlerDocumentTest {

    @Test
    void aHandlerIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("handlers", new DocumentCodecs());

        var read = document.as(ChatHandlerDocument.class);

        assertThat(
                        document.written(
                                ChatHandlerDocument.of(read.id(), read.handler().orElseThrow())))
                .isEqualTo(document.stored());
    }

    @Test
    void aRemovedHandlerIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("handlers-removed", new DocumentCodecs());

        var read = document.as(ChatHandlerDocument.class);

        assertThat(read.handler()).isEmpty();
        assertThat(document.written(read)).isEqualTo(document.stored());
    }
}
