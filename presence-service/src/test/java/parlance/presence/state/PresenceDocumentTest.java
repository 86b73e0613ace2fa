package parlance.presence.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class PresenceDocumentTest {

    @Test
    void aPresenceIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("presences", new DocumentCodecs());

        var read = document.as(PresenceDocument.class);

        assertThat(read.presence().version()).isEqualTo(4);
        assertThat(PresenceDocument.next(read.presence()).version()).isEqualTo(5);
        assertThat(document.written(read)).isEqualTo(document.stored());
    }
}
