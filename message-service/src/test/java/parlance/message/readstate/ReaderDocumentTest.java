package parlance.message.readstate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.kit.mongo.DocumentCodecs;
import parlance.message.document.SeqRange;
import parlance.testing.documents.StoredDocument;

class ReaderDocumentTest {

    @Test
    void aReadStateIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("read_states", new DocumentCodecs());

        var read = document.as(ReaderDocument.class);

        assertThat(read.reader().state().upTo()).isEqualTo(5);
        assertThat(read.reader().state().ranges())
                .containsExactly(new SeqRange(8, 11), new SeqRange(14, 14));
        assertThat(read.reader().readings().getFirst().places())
                .containsExactly(new SeqRange(4, 5), new SeqRange(14, 14));
        assertThat(document.written(ReaderDocument.of(read.reader()))).isEqualTo(document.stored());
    }
}
