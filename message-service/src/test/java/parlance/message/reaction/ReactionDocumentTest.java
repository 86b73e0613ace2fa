package parlance.message.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.contracts.UserId;
import parlance.kit.mongo.DocumentCodecs;
import parlance.testing.documents.StoredDocument;

class ReactionDocumentTest {

    @Test
    void reactionsAreReadAndWrittenAsTheyLieInDatabases() {
        var document = StoredDocument.of("reactions", new DocumentCodecs());

        var read = document.as(ReactionDocument.class);

        assertThat(read.reactions().byReaction().get("+1"))
                .containsExactly(
                        new UserId("65f1a0b2c3d4e5f601230001"),
                        new UserId("65f1a0b2c3d4e5f601230002"));
        assertThat(read.reactions().changes().getFirst().removed()).isNull();
        assertThat(document.written(ReactionDocument.of(read.id(), read.reactions())))
                .isEqualTo(document.stored());
    }
}
