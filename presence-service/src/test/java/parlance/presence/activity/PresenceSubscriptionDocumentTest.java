package parlance.presence.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class PresenceSubscriptionDocumentTest {

    @Test
    void aSubscriptionIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("watches", new DocumentCodecs());

        var read = document.as(PresenceSubscriptionDocument.class);

        assertThat(document.written(read)).isEqualTo(document.stored());
    }
}
