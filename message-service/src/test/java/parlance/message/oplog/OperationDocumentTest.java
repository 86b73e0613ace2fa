package parlance.message.oplog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.contracts.RawJson;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class OperationDocumentTest {

    @Test
    void anEntryIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("operations", new DocumentCodecs());

        var read = document.as(OperationDocument.class);

        assertThat(read.operation(new RawJson("{}")).number()).isEqualTo(77);
        assertThat(document.written(read)).isEqualTo(document.stored());
    }

    @Test
    void anEntryThatIsNotToldOnReturnHasNoClaim() {
        var document = StoredDocument.of("operations", new DocumentCodecs());
        document.stored().remove("claimed_by");
        document.stored().remove("offered_at");

        var read = document.as(OperationDocument.class);

        assertThat(read.claimedBy()).isNull();
        assertThat(document.written(read)).isEqualTo(document.stored());
    }

    @Test
    void aPacketIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("operation_packets", new DocumentCodecs());

        var read = document.as(OperationPacketDocument.class);

        assertThat(document.written(read)).isEqualTo(document.stored());
    }

    @Test
    void aTimestampIsReadAndWrittenAsItLiesInDatabases() {
        var document = StoredDocument.of("operation_clocks", new DocumentCodecs());

        var read = document.as(LogTimestampDocument.class);

        assertThat(document.written(read)).isEqualTo(document.stored());
    }
}
