package parlance.message.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class IdempotencyDocumentTest {

    @Test
    void aClaimIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("claims", new DocumentCodecs());

        var read = document.as(IdempotencyDocument.class);

        assertThat(document.written(read)).isEqualTo(document.stored());
    }
}
