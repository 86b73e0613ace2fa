package parlance.message.readstate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class ReaderDocumentTest {

    @Test
    void aReadStateIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("read_states", new DocumentCodecs());

        var read = document.as(ReaderDocument.class);

        assertThat(read.reader().state().upTo()).isEqualTo(5);
        assertThat(read.reader().readings().getFirst().after().beyond()).containsExactly(8L, 11L);
        assertThat(document.written(ReaderDocument.of(read.reader()))).isEqualTo(document.stored());
    }

    @Test
    void whoReadNothingOneByOneMayLackTheList() {
        var document = StoredDocument.of("read_states", new DocumentCodecs());
        document.stored().remove("beyond");

        assertThat(document.as(ReaderDocument.class).state().beyond()).isEmpty();
    }
}
