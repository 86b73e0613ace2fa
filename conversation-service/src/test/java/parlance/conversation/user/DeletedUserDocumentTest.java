package parlance.conversation.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class DeletedUserDocumentTest {

    @Test
    void aDeletedUserIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("deleted_users", new DocumentCodecs());

        var read = document.as(DeletedUserDocument.class);

        assertThat(document.written(read)).isEqualTo(document.stored());
    }
}
