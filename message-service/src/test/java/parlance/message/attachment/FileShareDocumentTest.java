package parlance.message.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.UserId;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class FileShareDocumentTest {

    @Test
    void theFilesOfAStoredMessageAreRead() {
        var document = StoredDocument.of("messages", new DocumentCodecs());

        assertThat(document.as(FileShareDocument.class).shares())
                .containsExactly(
                        new FileShare(
                                new FileId("f1"),
                                new ConversationId("65f1a0b2c3d4e5f601230003"),
                                new UserId("65f1a0b2c3d4e5f601230001")));
    }
}
